package org.lecturehalls.worker.photo;

import org.lecturehalls.worker.work.RefusedException;

/** Finds how a camera was held in its notes: tag 274 of the first directory (TIFF 6.0). */
final class ExifOrientation {

    private static final int ORIENTATION = 0x0112;
    private static final int MOST_ENTRIES = 512;
    private static final int ENTRY = 12;

    private final PhotoBytes bytes;
    private final long start;
    private final long end;
    private final boolean little;

    private ExifOrientation(PhotoBytes bytes, long start, long end, boolean little) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.little = little;
    }

    /** 1 to 8; 1 when the notes say nothing sensible. */
    static int read(PhotoBytes bytes, long start, long length) throws RefusedException {
        long end = Math.min(start + length, bytes.length());
        if (length < 14 || end - start < 14) {
            return PhotoHeader.UPRIGHT;
        }
        boolean little = bytes.holds(start, "II*\0");
        boolean known = little || bytes.holds(start, "MM\0*");
        return known ? new ExifOrientation(bytes, start, end, little).find() : PhotoHeader.UPRIGHT;
    }

    private int find() throws RefusedException {
        long directory = start + number(start + 4, 4);
        if (directory + 2 > end) {
            return PhotoHeader.UPRIGHT;
        }
        long entries = Math.min(MOST_ENTRIES, number(directory, 2));
        for (long i = 0; i < entries; i++) {
            long entry = directory + 2 + i * ENTRY;
            if (entry + ENTRY > end) {
                break;
            }
            if (number(entry, 2) == ORIENTATION) {
                long value = number(entry + 8, 2);
                return value >= 1 && value <= 8 ? (int) value : PhotoHeader.UPRIGHT;
            }
        }
        return PhotoHeader.UPRIGHT;
    }

    private long number(long at, int count) throws RefusedException {
        return little ? bytes.little(at, count) : bytes.big(at, count);
    }
}
