package org.lecturehalls.worker.photo;

import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/** Reads the marker segments of a JPEG file (ITU-T T.81, annex B) up to its first scan. */
final class JpegHeader {

    private static final int START_OF_SCAN = 0xDA;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int EXIF = 0xE1;
    private static final int COMMENT = 0xFE;
    private static final String EXIF_MARK = "Exif\0\0";

    private JpegHeader() {}

    static PhotoHeader read(PhotoBytes bytes) throws RefusedException {
        long width = 0;
        long height = 0;
        int orientation = PhotoHeader.UPRIGHT;
        boolean talks = false;
        long at = 2;
        while (true) {
            at = marker(bytes, at);
            int marker = bytes.at(at - 1);
            if (marker == START_OF_SCAN) {
                refuseCut(bytes, at);
                return new PhotoHeader(width, height, orientation, false, talks);
            }
            int length = (int) bytes.big(at, 2);
            if (isFrame(marker)) {
                height = bytes.big(at + 3, 2);
                width = bytes.big(at + 5, 2);
            }
            if (marker == EXIF && length >= 8 && bytes.holds(at + 2, EXIF_MARK)) {
                orientation = ExifOrientation.read(bytes, at + 8, length - 8);
            }
            talks |= marker == COMMENT || marker >= EXIF && marker <= 0xEF;
            at += Math.max(2, length);
        }
    }

    /** Offset behind the next marker. Bytes of 0xFF may fill the room before it. */
    private static long marker(PhotoBytes bytes, long from) throws RefusedException {
        long at = from;
        if (bytes.at(at) != 0xFF) {
            throw new RefusedException(RefusalCode.DAMAGED, "The picture's header makes no sense at byte " + at + ".");
        }
        while (bytes.at(at) == 0xFF) {
            at++;
        }
        return at + 1;
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    /** Cameras append all sorts of things, so the end is looked for and not expected at the very end. */
    private static void refuseCut(PhotoBytes bytes, long from) throws RefusedException {
        if (!bytes.pairAfter(from, 0xFF, END_OF_IMAGE)) {
            throw new RefusedException(RefusalCode.TRUNCATED, "The picture has no end.");
        }
    }
}
