package org.lecturehalls.worker.photo;

import java.io.IOException;
import java.nio.file.Path;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.work.RefusedException;

/**
 * What a picture says about itself before any pixel is decoded.
 *
 * @param width as stored, in pixels
 * @param height as stored, in pixels
 * @param orientation how it was held, 1 to 8 (EXIF 2.3, tag 274); 1 when not said
 * @param transparent whether parts may be see-through
 * @param talks whether there are notes beside the pixels: camera, place, time, comments
 */
record PhotoHeader(long width, long height, int orientation, boolean transparent, boolean talks) {

    static final int UPRIGHT = 1;

    /** @throws RefusedException when the file is cut off, damaged, or not one still picture */
    static PhotoHeader read(Path file, FileFormat format) throws IOException, RefusedException {
        PhotoBytes bytes = PhotoBytes.of(file);
        PhotoHeader header = switch (format) {
            case JPEG -> JpegHeader.read(bytes);
            case PNG -> PngHeader.read(bytes);
            case WEBP -> WebpHeader.read(bytes);
            default ->
                throw new RefusedException(
                        RefusalCode.HEIC_PHOTO, "HEIC and AVIF photos are not decoded; JPEG, PNG and WebP are.");
        };
        if (header.width < 1 || header.height < 1) {
            throw new RefusedException(RefusalCode.DAMAGED, "The picture does not say how large it is.");
        }
        return header;
    }

    void refuseLarge(PhotoSettings settings) throws RefusedException {
        if (Math.max(width, height) > settings.maxSide() || width * height > settings.maxPixels()) {
            throw new RefusedException(
                    RefusalCode.TOO_MANY_PIXELS,
                    width + " by " + height + " pixels; at most " + settings.maxSide() + " on a side and "
                            + settings.maxPixels() + " in all are accepted.");
        }
    }

    /** Whether width and height change places when it is put upright. */
    boolean turned() {
        return orientation > 4;
    }
}
