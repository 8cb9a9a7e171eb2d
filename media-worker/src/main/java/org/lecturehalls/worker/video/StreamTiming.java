package org.lecturehalls.worker.video;

/**
 * Measures one stream packet by packet, in constant memory.
 *
 * <p>Packets come in decoding order, so distances are taken between decoding times, and the reach from presentation times.
 */
final class StreamTiming {

    private static final double UNKNOWN = Double.NaN;
    private static final double JUMP_SECONDS = 10;

    /** Distances in steps of half a millisecond, up to two seconds. */
    private static final int STEPS_PER_SECOND = 2000;

    private final long[] distances = new long[2 * STEPS_PER_SECOND + 1];
    private final boolean jumpsInTime;

    private long packets;
    private double first = UNKNOWN;
    private double end = UNKNOWN;
    private double firstDecoding = UNKNOWN;
    private double lastDecoding = UNKNOWN;
    private double shift;

    StreamTiming(boolean jumpsInTime) {
        this.jumpsInTime = jumpsInTime;
    }

    void packet(double presentation, double decoding, double duration) {
        packets++;
        double dts = Double.isNaN(decoding) ? presentation : decoding;
        double pts = Double.isNaN(presentation) ? dts : presentation;
        if (Double.isNaN(dts)) {
            return;
        }
        if (jumpsInTime && Math.abs(dts + shift - lastDecoding) > JUMP_SECONDS) {
            shift = lastDecoding - dts;
        }
        distance(dts + shift);
        reach(pts + shift, Double.isNaN(duration) ? 0 : duration);
    }

    private void distance(double dts) {
        if (Double.isNaN(lastDecoding)) {
            firstDecoding = dts;
        } else {
            long step = Math.round((dts - lastDecoding) * STEPS_PER_SECOND);
            distances[(int) Math.max(0, Math.min(distances.length - 1, step))]++;
        }
        lastDecoding = dts;
    }

    private void reach(double pts, double duration) {
        first = Double.isNaN(first) ? pts : Math.min(first, pts);
        end = Double.isNaN(end) ? pts + duration : Math.max(end, pts + duration);
    }

    long packets() {
        return packets;
    }

    /** Presentation time of the first frame in seconds; 0 when no packet has a time. */
    double first() {
        return Double.isNaN(first) ? 0 : first;
    }

    /** Presentation time at which the last frame ends. */
    double end() {
        return Double.isNaN(end) ? 0 : end;
    }

    FrameTiming frames() {
        double span = lastDecoding - firstDecoding;
        if (packets < 2 || !(span > 0)) {
            return new FrameTiming(packets, 0, 0, false, shift != 0);
        }
        double average = (packets - 1) / span;
        return new FrameTiming(packets, average, quickRate(), isSteady(average), shift != 0);
    }

    private double quickRate() {
        long tenth = Math.max(1, (packets - 1) / 10);
        long seen = 0;
        for (int step = 1; step < distances.length; step++) {
            seen += distances[step];
            if (seen >= tenth) {
                return (double) STEPS_PER_SECOND / step;
            }
        }
        return 0;
    }

    /** Containers round times to a millisecond or so, which must not count as a change of pace. */
    private boolean isSteady(double average) {
        double expected = STEPS_PER_SECOND / average;
        double allowed = Math.max(3, expected * 0.15);
        long near = 0;
        for (int step = 0; step < distances.length; step++) {
            near += Math.abs(step - expected) <= allowed ? distances[step] : 0;
        }
        return near >= 0.95 * (packets - 1) || near >= packets - 2;
    }
}
