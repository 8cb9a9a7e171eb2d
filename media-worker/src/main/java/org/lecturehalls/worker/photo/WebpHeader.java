package org.lecturehalls.worker.photo;

import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.work.RefusedException;

/** Reads the chunks of a WebP file (RFC 9649). The largest size that any of them names counts. */
final class WebpHeader {

    private static final int ALPHA = 0x10;
    private static final int ANIMATION = 0x02;
    private static final int FIRST_CHUNK = 12;

    private final PhotoBytes bytes;
    private long width;
    private long height;
    private int orientation = PhotoHeader.UPRIGHT;
    private boolean transparent;
    private boolean talks;

    private WebpHeader(PhotoBytes bytes) {
        this.bytes = bytes;
    }

    static PhotoHeader read(PhotoBytes bytes) throws RefusedException {
        long end = bytes.little(4, 4) + 8;
        bytes.at(end - 1);
        WebpHeader header = new WebpHeader(bytes);
        for (long at = FIRST_CHUNK; at + 8 <= end; ) {
            long length = bytes.little(at + 4, 4);
            header.chunk(at, at + 8, length);
            at += 8 + length + (length & 1);
        }
        return new PhotoHeader(header.width, header.height, header.orientation, header.transparent, header.talks);
    }

    private void chunk(long at, long data, long length) throws RefusedException {
        if (bytes.holds(at, "VP8X")) {
            extended(data);
        } else if (bytes.holds(at, "VP8 ")) {
            size(bytes.little(data + 6, 2) & 0x3FFF, bytes.little(data + 8, 2) & 0x3FFF);
        } else if (bytes.holds(at, "VP8L")) {
            long packed = bytes.little(data + 1, 4);
            size((packed & 0x3FFF) + 1, (packed >> 14 & 0x3FFF) + 1);
            transparent |= (packed >> 28 & 1) != 0;
        } else if (bytes.holds(at, "EXIF")) {
            // Some programs put JPEG's mark before it.
            long mark = length > 6 && bytes.holds(data, "Exif\0\0") ? 6 : 0;
            orientation = ExifOrientation.read(bytes, data + mark, length - mark);
            talks = true;
        } else {
            talks |= bytes.holds(at, "XMP ");
        }
    }

    private void extended(long data) throws RefusedException {
        int flags = bytes.at(data);
        if ((flags & ANIMATION) != 0) {
            throw new RefusedException(RefusalCode.UNKNOWN_KIND, "The picture moves; only still ones are photos.");
        }
        transparent = (flags & ALPHA) != 0;
        size(bytes.little(data + 4, 3) + 1, bytes.little(data + 7, 3) + 1);
    }

    private void size(long wide, long high) {
        width = Math.max(width, wide);
        height = Math.max(height, high);
    }
}
