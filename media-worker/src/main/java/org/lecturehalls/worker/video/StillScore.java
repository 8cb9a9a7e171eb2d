package org.lecturehalls.worker.video;

/**
 * How well a small picture may stand for a video, from its brightness alone: neither dark nor washed out, with contrast, and
 * with edges. 0 for one without anything to see; around 1 for a good one.
 */
final class StillScore {

    private static final int LEVELS = 256;
    private static final double DARK = 20;
    private static final double WELL_FROM = 60;
    private static final double WELL_TO = 180;
    private static final double BRIGHT = 240;

    /** Mean of the Laplacian in a picture with plenty of detail. */
    private static final double MANY_EDGES = 20;

    private StillScore() {}

    /** @param planes begins with the brightness of each point, row by row */
    static double of(byte[] planes, int width, int height) {
        int[] histogram = new int[LEVELS];
        long sum = 0;
        for (int i = 0; i < width * height; i++) {
            histogram[planes[i] & 0xff]++;
            sum += planes[i] & 0xff;
        }
        double mean = (double) sum / (width * height);
        double contrast = (percentile(histogram, 0.95) - percentile(histogram, 0.05)) / (double) LEVELS;
        double edges = Math.min(1, edges(planes, width, height) / MANY_EDGES);
        return exposure(mean) * contrast * (1 + edges);
    }

    private static double exposure(double mean) {
        if (mean < WELL_FROM) {
            return Math.max(0, (mean - DARK) / (WELL_FROM - DARK));
        }
        return mean <= WELL_TO ? 1 : Math.max(0, (BRIGHT - mean) / (BRIGHT - WELL_TO));
    }

    private static int percentile(int[] histogram, double share) {
        long all = 0;
        for (int count : histogram) {
            all += count;
        }
        long seen = 0;
        for (int level = 0; level < LEVELS; level++) {
            seen += histogram[level];
            if (seen >= all * share) {
                return level;
            }
        }
        return LEVELS - 1;
    }

    /** Mean of the absolute Laplacian, which blur makes small. */
    private static double edges(byte[] planes, int width, int height) {
        long sum = 0;
        for (int y = 1; y < height - 1; y++) {
            for (int x = 1; x < width - 1; x++) {
                int at = y * width + x;
                int around = (planes[at - 1] & 0xff)
                        + (planes[at + 1] & 0xff)
                        + (planes[at - width] & 0xff)
                        + (planes[at + width] & 0xff);
                sum += Math.abs(4 * (planes[at] & 0xff) - around);
            }
        }
        return (double) sum / Math.max(1, (width - 2) * (height - 2));
    }
}
