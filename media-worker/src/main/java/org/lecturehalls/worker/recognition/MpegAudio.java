package org.lecturehalls.worker.recognition;

/** Recognises MPEG audio without a tag: two frame headers that agree, at the distance the first one states. */
final class MpegAudio {

    private static final int[] LAYER3_V1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] LAYER3_V2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLE_RATES = {44_100, 48_000, 32_000};

    private MpegAudio() {}

    static boolean startsAt(byte[] bytes, int at) {
        int length = frameLength(bytes, at);
        if (length == 0) {
            return false;
        }
        return at + length + 4 > bytes.length || frameLength(bytes, at + length) > 0;
    }

    /** Length in bytes of the layer III frame at the offset; 0 when there is none. */
    private static int frameLength(byte[] bytes, int at) {
        if (at + 4 > bytes.length || (bytes[at] & 0xFF) != 0xFF || (bytes[at + 1] & 0xE6) != 0xE2) {
            return 0;
        }
        int version = bytes[at + 1] >> 3 & 3;
        int bitrate = bytes[at + 2] >> 4 & 15;
        int rate = bytes[at + 2] >> 2 & 3;
        if (version == 1 || bitrate == 0 || bitrate == 15 || rate == 3) {
            return 0;
        }
        boolean first = version == 3;
        int kilobits = first ? LAYER3_V1[bitrate] : LAYER3_V2[bitrate];
        int hertz = SAMPLE_RATES[rate] >> (first ? 0 : version == 2 ? 1 : 2);
        int padding = bytes[at + 2] >> 1 & 1;
        return (first ? 144 : 72) * kilobits * 1000 / hertz + padding;
    }
}
