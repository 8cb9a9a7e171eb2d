package org.lecturehalls.worker.video;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.work.Workspace;

/**
 * A small picture of every other second, which the encoding pass leaves beside the renditions: hashes of frames, the strip and
 * the choice of posters are all taken from these, so that nothing is decoded again for them.
 *
 * <p>They are bare planes in one file, read one at a time: those of six hours are larger than the memory of a worker.
 */
final class SmallPictures implements AutoCloseable {

    static final String FILE = "tmp/small.yuv";

    private static final int LONGER_SIDE = 160;
    private static final int USUAL_SECONDS_APART = 2;

    /** Shorter videos have a strip of pictures that are less than two seconds apart. */
    private static final double SHORT_SECONDS = 60;

    private final Rung size;
    private final int secondsApart;
    private final FileChannel planes;
    private final int count;

    private SmallPictures(Rung size, int secondsApart, FileChannel planes) throws IOException {
        this.size = size;
        this.secondsApart = secondsApart;
        this.planes = planes;
        this.count = (int) (planes.size() / bytes(size));
    }

    /** Those that the encoding pass left in the workspace. */
    static SmallPictures of(EncodePlan plan, Workspace workspace) throws IOException {
        Path file = workspace.folder().resolve(FILE);
        return new SmallPictures(size(plan), secondsApart(plan), FileChannel.open(file));
    }

    /**
     * The filters that take them from a rung: the first frame of each second or two, small, and in the colours of JPEG.
     *
     * <p>No more frames than lie between two of them wait in the other branches of the graph, however long a gap is that the
     * frame grid fills.
     *
     * @param firstFrame number on the grid of the first frame that comes
     */
    static String filters(EncodePlan plan, long firstFrame) {
        FrameGrid grid = plan.grid();
        String time =
                String.format(Locale.ROOT, "*%d/%d", grid.denominator(), (long) grid.numerator() * secondsApart(plan));
        String now = "(n+" + firstFrame + ")";
        String select = "eq(" + now + ",0)+gt(floor(" + now + time + "),floor((" + now + "-1)" + time + "))";
        return "select='" + select + "'," + FilterGraph.still(null, size(plan)) + StillArguments.TILE_COLOURS;
    }

    static Rung size(EncodePlan plan) {
        return Objects.requireNonNull(plan.largest()).still("tile", LONGER_SIDE);
    }

    private static int secondsApart(EncodePlan plan) {
        return plan.source().videoSeconds() < SHORT_SECONDS ? 1 : USUAL_SECONDS_APART;
    }

    private static int bytes(Rung size) {
        return size.width() * size.height() * 3 / 2;
    }

    Rung size() {
        return size;
    }

    int secondsApart() {
        return secondsApart;
    }

    int count() {
        return count;
    }

    /** Brightness of each point, row by row, then the colours. */
    byte[] get(int number) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(bytes(size));
        long from = (long) number * buffer.capacity();
        while (buffer.hasRemaining()) {
            if (planes.read(buffer, from + buffer.position()) < 0) {
                throw new EOFException("there is no small picture " + number);
            }
        }
        return buffer.array();
    }

    /** The one nearest to a time in seconds; null when there is none at all. */
    byte @Nullable [] near(double seconds) throws IOException {
        int nearest = (int) Math.min(count - 1, Math.round(seconds / secondsApart));
        return nearest < 0 ? null : get(nearest);
    }

    @Override
    public void close() throws IOException {
        planes.close();
    }
}
