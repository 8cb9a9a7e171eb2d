package org.lecturehalls.worker.video;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.work.PackResult;
import org.lecturehalls.worker.work.PackResult.Packed;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Makes plain files of renditions, which is putting the same packets into other boxes, and checks that none was lost. */
public final class PackWork {

    private static final int REMUXING = 60;
    private static final int CHECKING = 80;

    private final VideoSettings settings;
    private final FfmpegTools tools;
    private final Sandbox sandbox;

    public PackWork(VideoSettings settings, FfmpegTools tools, Sandbox sandbox) {
        this.settings = settings;
        this.tools = tools;
        this.sandbox = sandbox;
    }

    /** Where the caller puts the rendition. */
    public static Path picture(Workspace workspace) {
        return workspace.folder().resolve(PackArguments.PICTURE);
    }

    /** Where the caller puts the sound. */
    public static Path sound(Workspace workspace) {
        return workspace.folder().resolve(PackArguments.SOUND);
    }

    /** Where the caller puts the cover. */
    public static Path cover(Workspace workspace) {
        return workspace.folder().resolve(PackArguments.COVER);
    }

    /**
     * Makes the files of what the workspace has.
     *
     * @throws WorkFailedException when a file has not each packet of its renditions, or cannot be made
     */
    public PackResult process(Workspace workspace, PackJob job, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        Files.writeString(
                workspace.folder().resolve(PackArguments.METADATA),
                MetadataFile.of(job.title(), job.album()),
                StandardCharsets.UTF_8);
        boolean picture = !job.picture().isEmpty();
        boolean sound = !job.sound().isEmpty();
        SandboxLimits limits = settings.transcodingLimits(job.seconds());
        progress.at(JobStep.TRANSCODING, REMUXING);
        List<Packed> files = new ArrayList<>();
        Transcoder transcoder = new Transcoder(tools, sandbox, limits);
        Check check = new Check(new Ffprobe(tools, sandbox, limits, workspace, stop));
        if (picture) {
            run(transcoder, PackArguments.video(sound), workspace, stop);
            progress.at(JobStep.VERIFYING, CHECKING);
            check.video(sound);
            files.add(packed(PackKind.VIDEO, workspace.out().resolve(PackArguments.VIDEO_FILE)));
        }
        if (sound) {
            run(transcoder, PackArguments.sound(job.coverKey() != null), workspace, stop);
            check.sound();
            files.add(packed(PackKind.SOUND, workspace.out().resolve(PackArguments.SOUND_FILE)));
        }
        return new PackResult(List.copyOf(files));
    }

    /** Copying packets is quiet: whatever ffmpeg has to say is a failure. */
    private static void run(Transcoder transcoder, List<String> arguments, Workspace workspace, StopSignal stop)
            throws IOException, WorkException {
        String complaints = transcoder.run(arguments, workspace, stop, line -> {});
        if (!complaints.isBlank()) {
            throw new WorkFailedException("ffmpeg complained.", complaints);
        }
    }

    private static Packed packed(PackKind kind, Path file) throws IOException {
        return new Packed(kind, file, Files.size(file), sha256(file));
    }

    private static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Each Java has SHA-256", e);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Compares how many packets went in and came out. */
    private record Check(Ffprobe ffprobe) {

        void video(boolean sound) throws IOException, WorkException {
            String made = "out/" + PackArguments.VIDEO_FILE;
            same(PackArguments.PICTURE, made, "video");
            if (sound) {
                same(PackArguments.SOUND, made, "audio");
            }
        }

        void sound() throws IOException, WorkException {
            same(PackArguments.SOUND, "out/" + PackArguments.SOUND_FILE, "audio");
        }

        private void same(String rendition, String made, String type) throws IOException, WorkException {
            int there = packets(rendition, type);
            int copied = packets(made, type);
            if (there == 0 || there != copied) {
                throw new WorkFailedException(
                        "Verification failed: %d of %d %s packets were copied.".formatted(copied, there, type), "");
            }
        }

        private int packets(String file, String type) throws IOException, WorkException {
            return ffprobe.read(ProbeArguments.rendition(file)).stream()
                    .filter(stream -> stream.text("codec_type").equals(type))
                    .mapToInt(stream -> stream.number("nb_read_packets"))
                    .findFirst()
                    .orElse(0);
        }
    }
}
