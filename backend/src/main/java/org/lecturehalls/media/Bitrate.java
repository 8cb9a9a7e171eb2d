package org.lecturehalls.media;

import java.util.List;

/** Bitrates of a track in bit/s, measured at its segments; the peak is that of the busiest one. */
record Bitrate(long average, long peak) {

    /** A short last segment says little: it is one key frame and not much more. */
    private static final double LONG_ENOUGH_SECONDS = 2;

    private static final int BITS = 8;

    static Bitrate of(List<Stretch> stretches) {
        double seconds = 0;
        long bytes = 0;
        double peak = 0;
        for (Stretch stretch : stretches) {
            for (int i = 0; i < stretch.lengths().size(); i++) {
                double length = stretch.lengths().get(i);
                seconds += stretch.seconds().get(i);
                bytes += stretch.lengths().get(i);
                boolean counts = stretch.seconds().get(i) >= LONG_ENOUGH_SECONDS;
                peak = counts ? Math.max(peak, length * BITS / stretch.seconds().get(i)) : peak;
            }
        }
        long average = Math.round(bytes * BITS / Math.max(0.001, seconds));
        return new Bitrate(average, Math.max(average, Math.round(peak)));
    }
}
