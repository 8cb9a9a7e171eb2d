package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoPlan.PlannedRung;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.video.SideBySide.Outcome;
import org.lecturehalls.worker.video.Verifier.Verified;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** The work of a video or audio job: inspect, then plan how it is shared, or encode it at once and verify. */
public final class VideoWork {

    private static final int INSPECTING = 5;
    private static final int TRANSCODING = 8;
    private static final int VERIFYING = 90;

    private final VideoSettings settings;
    private final FfmpegTools tools;
    private final Sandbox sandbox;
    private final CoverPictures covers;

    /** @param covers cleans what sound files carry */
    public VideoWork(VideoSettings settings, FfmpegTools tools, Sandbox sandbox, CoverPictures covers) {
        this.settings = settings;
        this.tools = tools;
        this.sandbox = sandbox;
        this.covers = covers;
    }

    /**
     * Makes the renditions of the workspace's source.
     *
     * @param claimed what is known of it already
     */
    public MediaResult process(
            Workspace workspace, FileFormat format, Source claimed, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        progress.at(JobStep.INSPECTING, INSPECTING);
        Ffprobe ffprobe = new Ffprobe(tools, sandbox, settings.inspectionLimits(), workspace, stop);
        Inspection source = new SourceInspector(settings, ffprobe, workspace, format).inspect(claimed.soundTrack());
        if (!claimed.whole() && Cutting.suits(source)) {
            return new MediaResult.Planned(shared(EncodePlan.of(source, claimed.sound(), claimed.fullHd(), 0), false));
        }
        if (!claimed.whole() && Cutting.wantsRemux(source)) {
            new Remux(tools, sandbox, settings.transcodingLimits(source.seconds())).run(workspace, stop);
            Inspection remuxed = new SourceInspector(settings, ffprobe, workspace, FileFormat.MATROSKA)
                    .inspect(claimed.soundTrack());
            return new MediaResult.Planned(shared(EncodePlan.of(remuxed, claimed.sound(), claimed.fullHd(), 0), true));
        }
        return encode(
                EncodePlan.of(source, claimed.sound(), claimed.fullHd(), settings.encoderThreads()),
                ffprobe,
                workspace,
                stop,
                progress);
    }

    private VideoPlan shared(EncodePlan plan, boolean remuxed) {
        FrameGrid grid = plan.grid();
        List<PlannedRung> rungs = plan.rungs().stream()
                .map(rung -> new PlannedRung(rung.name(), rung.width(), rung.height(), rung.maxBitrate()))
                .toList();
        return new VideoPlan(
                tools.build(),
                Recipe.of(plan, remuxed).text(),
                plan.source().seconds(),
                grid.rate(),
                ChunkPlanner.cut(plan.expectedFrames(), grid.framesPerSegment()),
                rungs,
                plan.source().audio() != null,
                Cutting.suitsSound(plan) ? SoundPlanner.cut(plan.source().audioSeconds()) : List.of(),
                plan.source().soundTracks());
    }

    private MediaResult.Video encode(
            EncodePlan plan, Ffprobe ffprobe, Workspace workspace, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        progress.at(JobStep.TRANSCODING, TRANSCODING);
        SandboxLimits limits = settings.transcodingLimits(plan.source().seconds());
        Transcoder transcoder = new Transcoder(tools, sandbox, limits);
        try (SideBySide steps = new SideBySide()) {
            Outcome<Texts.Made> texts =
                    steps.start(() -> new Texts(ffprobe, transcoder, workspace, stop).make(plan.source()));
            RenditionCheck check = new RenditionCheck(ffprobe, workspace);
            TranscodeProgress encoded = TranscodeProgress.of(plan, progress, TRANSCODING, VERIFYING);
            EarlyChecks early = new EarlyChecks(plan, check, steps, encoded);
            String complaints = transcoder.run(EncodeArguments.of(plan), workspace, stop, early);
            progress.at(JobStep.VERIFYING, VERIFYING);
            Verifier verifier = new Verifier(plan, check, complaints.isEmpty());
            Outcome<Verified> verified = verifier.verify(steps, early);
            QualityCheck quality = new QualityCheck(plan, null, transcoder, workspace, stop);
            Outcome<List<@Nullable PictureQuality>> measured = steps.start(quality::measured);
            Outcome<Seen> seen = steps.start(() -> seen(plan, ffprobe, transcoder, workspace, stop));
            Verified first = verified.get();
            Seen made = seen.get();
            List<@Nullable PictureQuality> qualities = quality.assured(measured.get());
            Verified last = quality.hasEncodedAgain()
                    ? verifier.verify(steps, new EarlyChecks(plan, check, steps, encoded))
                            .get()
                    : first;
            return answer(plan, workspace, last, qualities, made, texts.get());
        }
    }

    private static MediaResult.Video answer(
            EncodePlan plan,
            Workspace workspace,
            Verified verified,
            List<@Nullable PictureQuality> qualities,
            Seen seen,
            Texts.Made texts)
            throws IOException {
        List<Path> files = new ArrayList<>(files(plan, workspace));
        files.addAll(seen.pictures().files());
        files.addAll(texts.files());
        List<FilmNotes.Note> notes = new ArrayList<>(seen.notes());
        notes.addAll(SoundNotes.of(plan.sound(), workspace, 0));
        return new MediaResult.Video(
                VideoAnswer.of(
                        plan,
                        verified,
                        qualities,
                        seen.hashes(),
                        seen.pictures(),
                        texts.texts(),
                        new FilmNotes(notes),
                        bytes(files)),
                files);
    }

    /** What there is to see. */
    private record Seen(String hashes, Pictures.Made pictures, List<FilmNotes.Note> notes) {}

    private Seen seen(EncodePlan plan, Ffprobe ffprobe, Transcoder transcoder, Workspace workspace, StopSignal stop)
            throws IOException, WorkException {
        if (plan.rungs().isEmpty()) {
            LessonPicture picture = new LessonPicture(ffprobe, transcoder, covers, workspace, stop);
            return new Seen("", picture.make(plan.source()), List.of());
        }
        try (SmallPictures small = SmallPictures.of(plan, workspace)) {
            Pictures.Made pictures = new Pictures(plan, transcoder, workspace, stop).ofRenditions(small);
            return new Seen(FrameHashes.of(plan.grid(), 0, small), pictures, PictureNotes.of(plan.grid(), 0, small));
        }
    }

    private static List<Path> files(EncodePlan plan, Workspace workspace) {
        List<Path> files = new ArrayList<>();
        plan.rungs().forEach(rung -> files.add(workspace.out().resolve(rung.fileName())));
        if (plan.source().audio() != null) {
            files.add(workspace.out().resolve(EncodePlan.AUDIO_FILE));
        }
        return List.copyOf(files);
    }

    private static long bytes(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
