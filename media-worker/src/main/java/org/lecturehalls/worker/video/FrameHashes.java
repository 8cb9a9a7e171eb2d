package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;

/**
 * A small hash of a frame every two seconds, by which a video is known again after it was scaled, encoded anew or cut.
 *
 * <p>The difference hash: a frame is made nine by eight grey points, and each of the 64 bits says whether a point is
 * brighter than the one to its right. It is taken from the pictures that the encoding pass leaves at the same moments for all,
 * so it costs next to nothing. A frame without contrast, such as a
 * black one, is like any other of its kind and has the hash 0.
 */
final class FrameHashes {

    static final int SECONDS_APART = 2;

    /** An hour; longer videos are compared by their first. */
    static final int MOST = 1800;

    private static final int WIDTH = 9;
    private static final int HEIGHT = 8;

    /** Of 255. Noise alone makes differences of some five. */
    private static final int LEAST_CONTRAST = 24;

    private FrameHashes() {}

    /** The hashes, eight bytes each, in Base64; empty where nobody would look at them. {@code firstFrame} is on the grid. */
    static String of(FrameGrid grid, long firstFrame, SmallPictures seen) throws IOException {
        boolean late = firstFrame / grid.rate() > (double) MOST * SECONDS_APART;
        int step = SECONDS_APART / seen.secondsApart();
        int frames = late ? 0 : Math.min(MOST, (seen.count() + step - 1) / step);
        ByteBuffer hashes = ByteBuffer.allocate(frames * Long.BYTES);
        for (int frame = 0; frame < frames; frame++) {
            hashes.putLong(hash(points(seen.get(frame * step), seen.size())));
        }
        return Base64.getEncoder().encodeToString(hashes.array());
    }

    /** Means of the brightness in nine by eight fields. */
    private static int[] points(byte[] planes, Rung size) {
        int[] points = new int[WIDTH * HEIGHT];
        for (int y = 0; y < HEIGHT; y++) {
            int top = y * size.height() / HEIGHT;
            int bottom = Math.max(top + 1, (y + 1) * size.height() / HEIGHT);
            for (int x = 0; x < WIDTH; x++) {
                int left = x * size.width() / WIDTH;
                int right = Math.max(left + 1, (x + 1) * size.width() / WIDTH);
                points[y * WIDTH + x] = mean(planes, size.width(), left, right, top, bottom);
            }
        }
        return points;
    }

    private static int mean(byte[] planes, int width, int left, int right, int top, int bottom) {
        long sum = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                sum += planes[y * width + x] & 0xff;
            }
        }
        return Math.toIntExact(sum / ((long) (right - left) * (bottom - top)));
    }

    private static long hash(int[] points) {
        long hash = 0;
        int darkest = 255;
        int brightest = 0;
        for (int i = 0; i < WIDTH * HEIGHT; i++) {
            int point = points[i];
            darkest = Math.min(darkest, point);
            brightest = Math.max(brightest, point);
            if (i % WIDTH != WIDTH - 1) {
                hash = hash << 1 | (point > points[i + 1] ? 1 : 0);
            }
        }
        return brightest - darkest < LEAST_CONTRAST ? 0 : hash;
    }
}
