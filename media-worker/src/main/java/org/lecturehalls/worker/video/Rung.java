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
}
