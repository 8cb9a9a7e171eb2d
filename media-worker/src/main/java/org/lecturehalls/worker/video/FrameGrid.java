package org.lecturehalls.worker.video;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The constant frame rate of all renditions, as an exact fraction.
 *
 * @param numerator frames
 * @param denominator in so many seconds
 */
record FrameGrid(int numerator, int denominator) {

    private static final int SEGMENT_SECONDS = 4;
    private static final double FASTEST = 30.5;
    private static final double SLOWEST = 10;

    /** Rates that cameras and screen recorders really have. */
    private static final List<FrameGrid> KNOWN = List.of(
            new FrameGrid(24000, 1001),
            new FrameGrid(24, 1),
            new FrameGrid(25, 1),
            new FrameGrid(30000, 1001),
            new FrameGrid(30, 1),
            new FrameGrid(48, 1),
            new FrameGrid(50, 1),
            new FrameGrid(60000, 1001),
            new FrameGrid(60, 1),
            new FrameGrid(25, 2),
            new FrameGrid(15, 2));

    private static final FrameGrid FILM_AND_TELEVISION = new FrameGrid(25, 1);

    /**
     * The grid for a source. A steady source keeps its own rhythm: halved, thirded … down to at most 30 frames a second, or
     * repeated up to at least 10; so no frame is shown longer than its neighbours. A source of changing rate gets 15, 25 or
     * 30, whichever its quick passages need.
     */
    static FrameGrid of(FrameTiming timing) {
        if (timing.frames() < 2) {
            return FILM_AND_TELEVISION;
        }
        FrameGrid steady = timing.steady() ? near(timing.averageRate()) : null;
        return steady == null ? forQuickPassages(timing.quickRate()) : steady.withinBounds();
    }

    double rate() {
        return (double) numerator / denominator;
    }

    /** When a frame is shown, in seconds, with as many digits as ffmpeg's own clock has. */
    String seconds(long frame) {
        return String.format(Locale.ROOT, "%.6f", (double) frame * denominator / numerator);
    }

    /** Frames of one segment: a group of pictures of about four seconds. */
    int framesPerSegment() {
        return Math.max(1, (int) Math.round(rate() * SEGMENT_SECONDS));
    }

    String fraction() {
        return numerator + "/" + denominator;
    }

    private static @Nullable FrameGrid near(double rate) {
        FrameGrid best = null;
        for (FrameGrid known : KNOWN) {
            boolean closer = best == null || known.distance(rate) < best.distance(rate);
            best = closer ? known : best;
        }
        int whole = (int) Math.round(rate);
        if (best != null && best.distance(rate) < 0.008) {
            return best;
        }
        return whole > 0 && Math.abs(whole - rate) / rate < 0.025 ? new FrameGrid(whole, 1) : null;
    }

    private double distance(double rate) {
        return Math.abs(rate() - rate) / rate;
    }

    private FrameGrid withinBounds() {
        int part = 1;
        while (rate() / part > FASTEST) {
            part++;
        }
        int times = 1;
        while (rate() * times < SLOWEST) {
            times++;
        }
        return reduced(numerator * times, denominator * part);
    }

    private static FrameGrid reduced(int numerator, int denominator) {
        int divisor = BigInteger.valueOf(numerator)
                .gcd(BigInteger.valueOf(denominator))
                .intValue();
        return new FrameGrid(numerator / divisor, denominator / divisor);
    }

    private static FrameGrid forQuickPassages(double rate) {
        if (rate > 26) {
            return new FrameGrid(30, 1);
        }
        return rate > 16 ? FILM_AND_TELEVISION : new FrameGrid(15, 1);
    }
}
