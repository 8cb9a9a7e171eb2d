package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/**
 * A small hash of a frame every two seconds, by which a video is known again after it was scaled, encoded anew or cut.
 *
 * <p>The difference hash: a frame is made nine by eight grey points, and each of the 64 bits says whether a point is
 * brighter than the one to its right. It is taken from the smallest rung, which is made already, is quickly decoded, and
 * starts at the same moment for all; so it costs about a hundredth of the encoding. A frame without contrast, such as a
 * black one, is like any other of its kind and has the hash 0.
 */
final class FrameHashes {

    static final int SECONDS_APART = 2;

    /** An hour; longer videos are compared by their first. */
    static final int MOST = 1800;

    private static final String FILE = "frames.gray";
    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    /** Of 255. Noise alone makes differences of some five. */
    private static final int LEAST_CONTRAST = 24;

    private FrameHashes() {}

    /** Arguments for ffmpeg that leave the points of all wanted frames in a file. {@code firstFrame} is on the grid. */
    static List<String> arguments(FrameGrid grid, Rung rung, long firstFrame) {
        String time = String.format(Locale.ROOT, "*%d/%d", grid.denominator(), (long) grid.numerator() * SECONDS_APART);
        String now = "(n+" + firstFrame + ")";
        String select = "eq(" + now + ",0)+gt(floor(" + now + time + "),floor((" + now + "-1)" + time + "))";
        return List.of(
                "-hide_banner",
                "-nostdin",
                "-v",
                "error",
                "-y",
                "-protocol_whitelist",
                "file",
                "-f",
                "mov",
                "-i",
                "file:out/" + rung.fileName(),
                "-map",
                "0:v:0",
                "-vf",
                "select='" + select + "',scale=" + WIDTH + ":" + HEIGHT + ":flags=area,format=gray",
                "-fps_mode",
                "passthrough",
                "-frames:v",
                Integer.toString(MOST),
                "-f",
                "rawvideo",
                "file:" + FILE);
    }

    /** The hashes, eight bytes each, in Base64; empty for a video without pictures. */
    static String of(EncodePlan plan, long firstFrame, Transcoder transcoder, Workspace workspace, StopSignal stop)
            throws IOException, WorkException {
        boolean late = firstFrame / plan.grid().rate() > (double) MOST * SECONDS_APART;
        if (plan.rungs().isEmpty() || late) {
            return "";
        }
        transcoder.run(arguments(plan.grid(), plan.rungs().get(0), firstFrame), workspace, stop, line -> {});
        Path points = workspace.folder().resolve(FILE);
        String hashes = encoded(Files.readAllBytes(points));
        Files.delete(points);
        return hashes;
    }

    static String encoded(byte[] points) {
        int frames = points.length / (WIDTH * HEIGHT);
        ByteBuffer hashes = ByteBuffer.allocate(frames * Long.BYTES);
        for (int frame = 0; frame < frames; frame++) {
            hashes.putLong(hash(points, frame * WIDTH * HEIGHT));
        }
        return Base64.getEncoder().encodeToString(hashes.array());
    }

    private static long hash(byte[] points, int start) {
        long hash = 0;
        int darkest = 255;
        int brightest = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int point = points[start + i] & 0xff;
            darkest = Math.min(darkest, point);
            brightest = Math.max(brightest, point);
            if (i % WIDTH != WIDTH - 1) {
                hash = hash << 1 | (point > (points[start + i + 1] & 0xff) ? 1 : 0);
            }
        }
        return brightest - darkest < LEAST_CONTRAST ? 0 : hash;
    }
}
