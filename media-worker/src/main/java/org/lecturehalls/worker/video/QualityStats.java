package org.lecturehalls.worker.video;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.worker.work.Workspace;

/** Reads what ffmpeg's filters {@code ssim} and {@code psnr} write of each frame of a rung's excerpts. */
final class QualityStats {

    private static final String SIMILARITY = "Y:";
    private static final String SQUARED_ERROR = "mse_y:";
    private static final double WHITE = 255;

    /** Of equal pictures it would be infinite. */
    private static final double MOST_PSNR = 99;

    private final List<Double> similarities = new ArrayList<>();
    private final List<Double> squaredErrors = new ArrayList<>();

    /** The file of a rung's excerpt. */
    static String excerpt(String rung) {
        return "tmp/quality-" + rung + ".mp4";
    }

    static String ssim(String rung) {
        return "tmp/ssim-" + rung + ".txt";
    }

    static String psnr(String rung) {
        return "tmp/psnr-" + rung + ".txt";
    }

    /** Takes what a comparison has left of a rung. */
    void take(String rung, Workspace workspace) throws IOException {
        similarities.addAll(read(workspace.folder().resolve(ssim(rung)), SIMILARITY));
        squaredErrors.addAll(read(workspace.folder().resolve(psnr(rung)), SQUARED_ERROR));
    }

    /** Of all that was taken; null when that was nothing, or a picture too small to be compared. */
    @Nullable
    PictureQuality of(int crf) {
        double ssim = mean(similarities);
        double error = mean(squaredErrors);
        double psnr = error > 0 ? 10 * Math.log10(WHITE * WHITE / error) : MOST_PSNR;
        return Double.isFinite(ssim) && Double.isFinite(error)
                ? new PictureQuality(ssim, Math.min(MOST_PSNR, psnr), crf)
                : null;
    }

    private static double mean(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }

    private static List<Double> read(Path file, String field) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        List<Double> values = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            for (String word : line.split(" ")) {
                if (word.startsWith(field)) {
                    values.add(number(word.substring(field.length())));
                }
            }
        }
        Files.delete(file);
        return values;
    }

    /** Of pictures smaller than the blocks that are compared, C's printf says {@code nan}, in more than one way. */
    private static double number(String text) {
        return text.endsWith("nan") ? Double.NaN : Double.parseDouble(text);
    }
}
