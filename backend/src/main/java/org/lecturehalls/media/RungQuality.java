package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How near a rendition comes to its source, measured at short excerpts.
 *
 * @param ssim structural similarity of the brightness, 1 for equal pictures
 * @param psnr peak signal-to-noise ratio of the brightness, in dB
 * @param crf the encoder's constant rate factor; the lower, the less is lost
 */
record RungQuality(@Schema(example = "360p") String rung, double ssim, double psnr, int crf) {

    /** Of those rungs of which it is known. */
    static List<RungQuality> of(@Nullable Product product) {
        return product == null
                ? List.of()
                : product.rungs().stream().flatMap(RungQuality::of).toList();
    }

    private static Stream<RungQuality> of(Product.Rung rung) {
        return Stream.ofNullable(rung.quality())
                .map(known -> new RungQuality(rung.name(), known.ssim(), known.psnr(), known.crf()));
    }
}
