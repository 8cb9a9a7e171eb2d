package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.video.FragmentedFile.Fragment;
import org.lecturehalls.worker.work.PartResult;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** The work on parts of a video: chunks of the picture, the sound, the still pictures, and the last check. */
public final class VideoParts implements PartWork {

    private static final int ALL = 100;

    private final VideoSettings settings;
    private final FfmpegTools tools;
    private final Sandbox sandbox;

    public VideoParts(VideoSettings settings, FfmpegTools tools, Sandbox sandbox) {
        this.settings = settings;
        this.tools = tools;
        this.sandbox = sandbox;
    }

    @Override
    public String build() {
        return tools.build();
    }

    @Override
    public boolean wantsPreparation(PartJob job) throws WorkException {
        return Recipe.read(job.recipe()).remuxed();
    }

    @Override
    public void prepare(Workspace workspace, StopSignal stop) throws IOException, WorkException {
        SandboxLimits limits = settings.transcodingLimits(settings.maxDuration().toSeconds());
        new Remux(tools, sandbox, limits).run(workspace, stop);
    }

    @Override
    public PartResult process(Workspace workspace, PartJob job, Desk desk) throws IOException, WorkException {
        EncodePlan plan = Recipe.read(job.recipe()).plan(threads(job));
        return switch (job.kind()) {
            case CHUNK -> chunk(workspace, plan, new Chunk(job.firstFrame(), job.frames(), job.last()), desk);
            case SOUND -> sound(workspace, plan, new SoundChunk(job.firstFrame(), job.frames(), job.last()), desk);
            case PICTURES -> pictures(workspace, plan, desk);
            case CHECK -> check(workspace, job.excerpts(), desk);
        };
    }

    /** The beginning is waited for, so it takes all processors, though that takes a little more of their time. */
    private int threads(PartJob job) {
        return job.firstFrame() == 0 ? settings.encoderThreads() : settings.chunkThreads();
    }

    private PartResult chunk(Workspace workspace, EncodePlan plan, Chunk chunk, Desk desk)
            throws IOException, WorkException {
        desk.at(JobStep.TRANSCODING, 0);
        VideoStream video = Objects.requireNonNull(plan.source().video());
        TranscodeProgress progress = new TranscodeProgress(chunk.frames(), 0, desk, 0, ALL);
        double seconds = chunk.frames() / plan.grid().rate();
        Transcoder transcoder = chunk.first() ? transcoder(seconds) : inBackground(seconds);
        transcoder.run(EncodeArguments.chunk(plan, video, chunk), workspace, desk.stop(), progress);
        QualityCheck quality = new QualityCheck(plan, chunk, transcoder, workspace, desk.stop());
        List<@Nullable PictureQuality> qualities = quality.assured(quality.measured());
        List<ChunkRung> rungs = new ArrayList<>();
        List<Path> files = new ArrayList<>();
        for (Rung rung : plan.rungs()) {
            Path path = workspace.out().resolve(rung.fileName());
            FragmentedFile file = FragmentReader.read(path);
            if (!chunk.accepts(file.samples())) {
                return new PartResult.Uncuttable("At frame " + chunk.firstFrame() + " there are " + file.samples()
                        + " frames instead of " + chunk.frames() + ".");
            }
            files.add(path);
            rungs.add(new ChunkRung(
                    rung.name(),
                    file.samples(),
                    file.codec(),
                    FragmentReader.initHash(path, file),
                    file.segmented(rung.fileName()),
                    qualities.get(rungs.size())));
        }
        try (SmallPictures seen = SmallPictures.of(plan, workspace)) {
            String hashes = FrameHashes.of(plan.grid(), chunk.firstFrame(), seen);
            FilmNotes notes = new FilmNotes(PictureNotes.of(plan.grid(), chunk.firstFrame(), seen));
            return new PartResult.Chunk(rungs, hashes, notes, files);
        }
    }

    private PartResult sound(Workspace workspace, EncodePlan plan, SoundChunk chunk, Desk desk)
            throws IOException, WorkException {
        desk.at(JobStep.TRANSCODING, 0);
        AudioStream audio = Objects.requireNonNull(plan.source().audio());
        double seconds = chunk.whole() ? plan.source().audioSeconds() : chunk.encodedSeconds();
        TranscodeProgress progress = new TranscodeProgress(0, seconds, desk, 0, ALL);
        try (SoundPieces pieces = new SoundPieces(workspace, desk, chunk)) {
            String complaints = inBackground(plan.source().seconds())
                    .run(EncodeArguments.sound(plan, audio, chunk), workspace, desk.stop(), line -> {
                        progress.accept(line);
                        pieces.storeWhatIsThere();
                    });
            List<Fragment> own = pieces.own();
            long packets = own.stream().mapToLong(Fragment::samples).sum();
            if (!chunk.accepts(packets)) {
                return new PartResult.Uncuttable("At packet " + chunk.firstPacket() + " of the sound there are "
                        + packets + " instead of " + chunk.packets() + ".");
            }
            desk.at(JobStep.VERIFYING, ALL);
            Verifier verifier =
                    new Verifier(plan, new RenditionCheck(ffprobe(workspace, desk), workspace), complaints.isEmpty());
            verifier.verifySound(chunk, packets);
            pieces.storeRest();
            return new PartResult.Sound(
                    VideoAnswer.AAC,
                    1,
                    pieces.stored(),
                    new FilmNotes(SoundNotes.of(plan.sound(), workspace, chunk.startSeconds())));
        }
    }

    private PartResult pictures(Workspace workspace, EncodePlan plan, Desk desk) throws IOException, WorkException {
        desk.at(JobStep.TRANSCODING, 0);
        VideoStream video = Objects.requireNonNull(plan.source().video());
        StillSource source = StillSource.of(plan.source(), video);
        Transcoder transcoder = transcoder(plan.source().seconds());
        Pictures.Made made = new Pictures(plan, transcoder, workspace, desk.stop()).ofSource(source);
        Texts.Made texts = new Texts(ffprobe(workspace, desk), transcoder, workspace, desk.stop()).make(plan.source());
        List<Path> files = new ArrayList<>(made.files());
        files.addAll(texts.files());
        return new PartResult.Pictures(made.poster(), made.pictures(), texts.texts(), files);
    }

    private PartResult check(Workspace workspace, List<PartJob.Excerpt> excerpts, Desk desk)
            throws IOException, WorkException {
        ExcerptCheck check = new ExcerptCheck(ffprobe(workspace, desk), workspace);
        try (SideBySide steps = new SideBySide()) {
            List<SideBySide.Outcome<Boolean>> checked = new ArrayList<>();
            for (PartJob.Excerpt excerpt : excerpts) {
                String name = ExcerptCheck.FILE.formatted(checked.size());
                checked.add(steps.start(() -> check(check, excerpt, name, workspace, desk)));
            }
            for (int i = 0; i < checked.size(); i++) {
                desk.at(JobStep.VERIFYING, i * ALL / checked.size());
                checked.get(i).get();
            }
        }
        return new PartResult.Checked();
    }

    private static boolean check(
            ExcerptCheck check, PartJob.Excerpt excerpt, String name, Workspace workspace, Desk desk)
            throws IOException, WorkException {
        desk.stop().check();
        Path file = workspace.folder().resolve(name);
        desk.excerpt(excerpt, file);
        check.check(excerpt, name);
        return Files.deleteIfExists(file);
    }

    private Transcoder transcoder(double seconds) {
        return new Transcoder(tools, sandbox, settings.transcodingLimits(seconds));
    }

    private Transcoder inBackground(double seconds) {
        return new Transcoder(
                tools, sandbox, settings.transcodingLimits(seconds).inBackground());
    }

    private Ffprobe ffprobe(Workspace workspace, Desk desk) {
        return new Ffprobe(tools, sandbox, settings.inspectionLimits(), workspace, desk.stop());
    }

    /** Thrown by checks. */
    static WorkFailedException failed(String problem) {
        return new WorkFailedException("Verification failed: " + problem + ".");
    }
}
