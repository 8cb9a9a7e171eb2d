package org.lecturehalls.standalone.e2e;

import java.awt.Color;
import java.awt.Font;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.Loader;

/** A lecture to look at in pictures: one slide with its title over a landscape, and a tone. */
record SlideFilm(String title, String subtitle, float hue) {

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int SECONDS = 12;

    /** Writes the film, 12 s long, as {@code <title>.mp4} into the folder. */
    Path in(Path folder) throws IOException, InterruptedException {
        Path slide = Files.createTempFile(folder, "slide", ".png");
        ImageIO.write(slide(), "png", slide.toFile());
        Path film = folder.resolve(title + ".mp4");
        Process ffmpeg = new ProcessBuilder(List.of(
                        Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-loop",
                        "1",
                        "-framerate",
                        "25",
                        "-i",
                        slide.toString(),
                        "-f",
                        "lavfi",
                        "-i",
                        "sine=frequency=220",
                        "-t",
                        Integer.toString(SECONDS),
                        "-c:v",
                        "libx264",
                        "-preset",
                        "veryfast",
                        "-pix_fmt",
                        "yuv420p",
                        "-c:a",
                        "aac",
                        film.toString()))
                .inheritIO()
                .start();
        if (!ffmpeg.waitFor(2, TimeUnit.MINUTES) || ffmpeg.exitValue() != 0) {
            throw new IOException("The film " + title + " could not be made");
        }
        return film;
    }

    private BufferedImage slide() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setPaint(new GradientPaint(0, 0, colour(0.6f, 0.42f), 0, HEIGHT, colour(0.4f, 0.85f)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        for (int ridge = 0; ridge < 4; ridge++) {
            pen.setPaint(colour(0.55f, 0.62f - ridge * 0.13f));
            pen.fill(ridge(ridge));
        }
        pen.setPaint(Color.WHITE);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 96));
        pen.drawString(title, 88, 250);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 44));
        pen.drawString(subtitle, 92, 330);
        pen.dispose();
        return image;
    }

    /** Hills one behind another. */
    private Path2D ridge(int ridge) {
        Path2D path = new Path2D.Double();
        path.moveTo(0, HEIGHT);
        for (int x = 0; x <= WIDTH; x += 8) {
            double wave = Math.sin(x * 0.0045 * (1 + ridge * 0.31) + ridge * 1.7 + hue * 9)
                    + 0.4 * Math.sin(x * 0.013 + ridge * 2.3 + hue * 5);
            path.lineTo(x, 430 + ridge * 72 - wave * 46);
        }
        path.lineTo(WIDTH, HEIGHT);
        path.closePath();
        return path;
    }

    private Color colour(float saturation, float brightness) {
        return Color.getHSBColor(hue, saturation, brightness);
    }
}
