package org.lecturehalls.worker.video;

/**
 * One rung of the ladder.
 *
 * @param name for people, by the shorter side
 * @param width even, in pixels
 * @param height even, in pixels
 * @param quality x264's constant rate factor
 * @param maxKilobits upper bound of the bitrate over a second, in kbit/s
 */
record Rung(String name, int width, int height, int quality, int maxKilobits) {

    String fileName() {
        return name + ".mp4";
    }

    /** The same with another constant rate factor. */
    Rung with(int otherQuality) {
        return new Rung(name, width, height, otherQuality, maxKilobits);
    }

    /** Upper bound of the bitrate over a second, in bit/s. */
    long maxBitrate() {
        return maxKilobits * 1000L;
    }

    int shorterSide() {
        return Math.min(width, height);
    }

    /** The size of a still picture of it, whose longer side is so many pixels or fewer. */
    Rung still(String name, int longerSide) {
        double factor = Math.min(1, (double) longerSide / Math.max(width, height));
        return new Rung(name, even(width * factor), even(height * factor), 0, 0);
    }

    private static int even(double pixels) {
        return (int) Math.max(2, Math.round(pixels / 2) * 2);
    }
}
