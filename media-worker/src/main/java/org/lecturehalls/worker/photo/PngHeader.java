package org.lecturehalls.worker.photo;

import org.lecturehalls.worker.work.RefusedException;

/** Reads the chunks of a PNG file (W3C PNG, third edition) without unpacking any. */
final class PngHeader {

    private static final int SIGNATURE = 8;
    private static final int AROUND = 12;
    private static final int ALPHA = 4;

    private PngHeader() {}

    static PhotoHeader read(PhotoBytes bytes) throws RefusedException {
        long width = 0;
        long height = 0;
        int orientation = PhotoHeader.UPRIGHT;
        boolean transparent = false;
        boolean talks = false;
        long at = SIGNATURE;
        while (!bytes.holds(at + 4, "IEND")) {
            long length = bytes.big(at, 4);
            if (bytes.holds(at + 4, "IHDR")) {
                width = bytes.big(at + 8, 4);
                height = bytes.big(at + 12, 4);
                transparent = (bytes.at(at + 17) & ALPHA) != 0;
            } else if (bytes.holds(at + 4, "eXIf")) {
                orientation = ExifOrientation.read(bytes, at + 8, length);
                talks = true;
            }
            transparent |= bytes.holds(at + 4, "tRNS");
            talks |= bytes.holds(at + 5, "TXt") || bytes.holds(at + 5, "EXt");
            at += AROUND + length;
        }
        return new PhotoHeader(width, height, orientation, transparent, talks);
    }
}
