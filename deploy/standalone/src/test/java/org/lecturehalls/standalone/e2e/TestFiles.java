package org.lecturehalls.standalone.e2e;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.bytedeco.javacpp.Loader;

/** Videos and documents to upload, made when they are first asked for. */
final class TestFiles implements AutoCloseable {

    private static final String PLAN = """
            <html><head><meta charset="utf-8"><title>教案</title></head><body>
            <h1>讲习教案：油茶种植</h1><p>目标：让村民掌握油茶修剪。</p>
            <h1 style="page-break-before: always">过程</h1><p>讲解、示范、练习。</p>
            </body></html>
            """;

    private final Path folder;

    private TestFiles(Path folder) {
        this.folder = folder;
    }

    static TestFiles create() {
        try {
            return new TestFiles(Files.createTempDirectory("lecture-halls-files"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A short lecture: a moving picture and a tone. */
    Path lecture(String name, int seconds) throws Exception {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            ffmpeg(
                    "-f lavfi -i testsrc2=size=640x360:rate=25:duration=%1$d -f lavfi -i sine=frequency=440:duration=%1$d"
                            .formatted(seconds)
                            .concat(" -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -movflags +faststart"),
                    file);
        }
        return file;
    }

    /** A lecture that is soon made and encoded, however long. */
    Path smallLecture(String name, int seconds) throws Exception {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            ffmpeg(
                    "-f lavfi -i testsrc2=size=426x240:rate=25:duration=%1$d -f lavfi -i sine=frequency=330:duration=%1$d"
                            .formatted(seconds)
                            .concat(" -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -shortest"),
                    file);
        }
        return file;
    }

    /** A lecture of many megabytes, which a browser sends in several parts. */
    Path largeLecture() throws Exception {
        Path file = folder.resolve("长视频.mov");
        if (!Files.exists(file)) {
            ffmpeg(
                    "-f lavfi -i testsrc2=size=640x360:rate=25:duration=12 -f lavfi -i sine=duration=12"
                            + " -vf noise=alls=60:allf=t -c:v mjpeg -q:v 2 -pix_fmt yuvj420p -c:a aac",
                    file);
        }
        return file;
    }

    Path photo() throws IOException {
        Path file = folder.resolve("现场.jpg");
        BufferedImage image = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, Color.ORANGE, 1600, 1200, Color.GREEN));
        pen.fillRect(0, 0, 1600, 1200);
        pen.dispose();
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    Path lessonPlan() throws Exception {
        Path file = folder.resolve("油茶教案.docx");
        if (!Files.exists(file)) {
            Path html = Files.writeString(folder.resolve("油茶教案.html"), PLAN);
            run(List.of(
                    "soffice",
                    "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                    "--headless",
                    "--convert-to",
                    "docx:MS Word 2007 XML",
                    "--outdir",
                    folder.toString(),
                    html.toString()));
        }
        return file;
    }

    Path empty() throws IOException {
        return Files.write(folder.resolve("empty.mp4"), new byte[0]);
    }

    Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** The beginning of a recording whose index would have come at its end. */
    Path truncated() throws Exception {
        Path whole = folder.resolve("whole.mp4");
        ffmpeg("-f lavfi -i testsrc2=size=320x240:rate=25:duration=4 -c:v libx264 -pix_fmt yuv420p", whole);
        byte[] bytes = Files.readAllBytes(whole);
        return Files.write(folder.resolve("truncated.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    Path onlySubtitles() throws Exception {
        Path captions = Files.writeString(folder.resolve("c.srt"), "1\n00:00:00,000 --> 00:00:02,000\nhello\n");
        Path file = folder.resolve("captions.mp4");
        ffmpeg("-i " + captions + " -c:s mov_text", file);
        return file;
    }

    Path sevenHours() throws Exception {
        Path file = folder.resolve("seven-hours.mp4");
        ffmpeg(
                "-f lavfi -i color=size=64x64:rate=1:duration=25200 -c:v libx264 -preset ultrafast -pix_fmt yuv420p",
                file);
        return file;
    }

    Path thousandFramesASecond() throws Exception {
        Path file = folder.resolve("fast.mp4");
        ffmpeg(
                "-f lavfi -i testsrc2=size=64x64:rate=1000:duration=1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p",
                file);
        return file;
    }

    Path manyStreams() throws Exception {
        Path file = folder.resolve("streams.mov");
        ffmpeg("-f lavfi -i sine=duration=1" + " -map 0:a".repeat(80) + " -c:a pcm_s16le", file);
        return file;
    }

    Path protectedPdf() throws IOException {
        Path file = folder.resolve("protected.pdf");
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.protect(new StandardProtectionPolicy("owner", "reader", new AccessPermission()));
            document.save(file.toFile());
        }
        return file;
    }

    /** The lesson plan with further entries in its archive. */
    Path lessonPlanWith(String name, String entry, long zeros) throws Exception {
        Path file = folder.resolve(name);
        Files.copy(lessonPlan(), folder.resolve("copy.zip"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var source = new java.util.zip.ZipFile(folder.resolve("copy.zip").toFile());
                ZipOutputStream target = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry old : source.stream().toList()) {
                target.putNextEntry(new ZipEntry(old.getName()));
                source.getInputStream(old).transferTo(target);
            }
            target.putNextEntry(new ZipEntry(entry));
            writeZeros(target, zeros);
        }
        return file;
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(file -> file.toFile().delete());
        }
    }

    private static void writeZeros(OutputStream target, long count) throws IOException {
        byte[] zeros = new byte[1 << 16];
        for (long left = count; left > 0; left -= zeros.length) {
            target.write(zeros, 0, (int) Math.min(left, zeros.length));
        }
    }

    private static void ffmpeg(String arguments, Path file) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Loader.load(org.bytedeco.ffmpeg.ffmpeg.class));
        command.addAll(List.of("-nostdin", "-v", "error", "-y"));
        command.addAll(List.of(arguments.split(" ")));
        command.add(file.toString());
        run(command);
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + " failed: " + said);
        }
    }
}
