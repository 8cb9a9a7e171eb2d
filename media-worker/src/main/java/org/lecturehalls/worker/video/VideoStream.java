package org.lecturehalls.worker.video;

import org.jspecify.annotations.Nullable;

/**
 * The picture of a source as it shall be seen: rotated and with square pixels.
 *
 * @param index number of the stream in the file
 * @param codec ffmpeg's name of how it is coded
 * @param width in square pixels, after rotation
 * @param height in square pixels, after rotation
 * @param interlaced whether some frames consist of two fields
 * @param range brightness range of the wide-spread formats or of HDR
 * @param untaggedHd whether it says nothing about its colours, and is so large that HD colours are meant
 * @param first time of the first frame in seconds
 * @param end time at which the last frame ends
 * @param timing how frames lie in time
 */
record VideoStream(
        int index,
        String codec,
        int width,
        int height,
        boolean interlaced,
        DynamicRange range,
        boolean untaggedHd,
        double first,
        double end,
        FrameTiming timing) {

    /** How brightness is coded. */
    enum DynamicRange {
        STANDARD(null),
        HLG("arib-std-b67"),
        PQ("smpte2084");

        private final @Nullable String transfer;

        DynamicRange(@Nullable String transfer) {
            this.transfer = transfer;
        }

        static DynamicRange ofTransfer(String transfer) {
            for (DynamicRange range : values()) {
                if (transfer.equals(range.transfer)) {
                    return range;
                }
            }
            return STANDARD;
        }

        @Nullable
        String transfer() {
            return transfer;
        }
    }

    int shorterSide() {
        return Math.min(width, height);
    }
}
