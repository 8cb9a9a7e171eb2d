package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;

/** Hashes of frames, from generated footage that was really encoded. */
class FrameHashesTest {

    /** Bits, of 64, in which frames may differ that show the same. */
    private static final int NEAR = 8;

    private static final Source CLAIMED =
            new Source(MediaKind.VIDEO, "source", "", SoundChoice.SPEECH, null, false, true);

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = new Sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void takesAFrameEveryTwoSecondsAndKnowsThemAgainWhenTrimmedScaledAndEncodedAnew() throws Exception {
        Path original = Footage.make(
                folder.resolve("original.mp4"),
                "-f lavfi -i mandelbrot=size=480x270:rate=25 -t 30 -c:v libx264 -preset ultrafast");
        Path copy = Footage.make(
                folder.resolve("copy.mp4"),
                "-ss 8 -i " + original + " -vf scale=320:180,eq=brightness=0.04 -r 30 -c:v libx264 -crf 33");
        Path other = Footage.make(
                folder.resolve("other.mp4"),
                "-f lavfi -i gradients=size=480x270:rate=25:speed=0.1:nb_colors=6 -t 30 -c:v libx264 -preset ultrafast");

        long[] first = hashes(original);
        assertThat(first).hasSize(15);
        assertThat(alike(hashes(copy), first, 4)).isGreaterThanOrEqualTo(10);
        assertThat(alike(hashes(other), first, 0)).isLessThanOrEqualTo(2);
    }

    @Test
    void givesFramesWithoutContrastNoHash() throws Exception {
        Path black = Footage.make(
                folder.resolve("black.mp4"), "-f lavfi -i color=black:size=320x180:rate=25 -t 6 -vf noise=alls=8");

        assertThat(hashes(black)).containsOnly(0).hasSize(3);
    }

    @Test
    void takesTheSameFramesFromAChunkAsFromTheWhole() {
        FrameGrid grid = new FrameGrid(30000, 1001);
        VideoStream video = new VideoStream(
                0,
                "h264",
                320,
                180,
                false,
                VideoStream.DynamicRange.STANDARD,
                false,
                0,
                600,
                new FrameTiming(18_000, 29.97, 29.97, true, false));
        EncodePlan plan = new EncodePlan(
                new Inspection(FileFormat.MP4, 0, video, null, List.of()),
                grid,
                Ladder.of(320, 180, false),
                SoundChoice.SPEECH,
                1);

        assertThat(SmallPictures.filters(plan, 1200))
                .contains("eq((n+1200),0)+gt(floor((n+1200)*1001/60000),floor(((n+1200)-1)*1001/60000))");
    }

    private static long alike(long[] copy, long[] original, int offset) {
        long alike = 0;
        for (int i = 0; i < copy.length && i + offset < original.length; i++) {
            alike += Long.bitCount(copy[i] ^ original[i + offset]) <= NEAR ? 1 : 0;
        }
        return alike;
    }

    private static long[] hashes(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(Files.createTempDirectory(folder, "work"))) {
            Files.copy(source, workspace.folder().resolve(Workspace.SOURCE));
            MediaResult.Video made =
                    (MediaResult.Video) new VideoWork(Settings.USUAL, Footage.tools(), sandbox, (own, stop) -> null)
                            .process(workspace, FileFormat.MP4, CLAIMED, new StopSignal(), (step, percent) -> {});
            VideoReady ready = made.ready();
            byte[] bytes = Base64.getDecoder().decode(ready.frameHashes());
            long[] hashes = new long[bytes.length / Long.BYTES];
            ByteBuffer.wrap(bytes).asLongBuffer().get(hashes);
            return hashes;
        }
    }
}
