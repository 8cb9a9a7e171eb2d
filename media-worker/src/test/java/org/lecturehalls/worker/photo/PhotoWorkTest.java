package org.lecturehalls.worker.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;
import org.springframework.util.unit.DataSize;

/** The whole work on a photo, with real ffmpeg in the sandbox. */
class PhotoWorkTest {

    private static final PhotoSettings SETTINGS = new PhotoSettings(
            DataSize.ofMegabytes(8), 20_000, 30_000_000, 4, DataSize.ofGigabytes(4), Duration.ofMinutes(1));
    private static final String PLACE = "23.9021N 106.6184E";
    private static final String QUARTERS = "-f lavfi -i color=red:s=400x300 -f lavfi -i color=lime:s=400x300"
            + " -f lavfi -i color=blue:s=400x300 -f lavfi -i color=white:s=400x300"
            + " -filter_complex xstack=inputs=4:layout=0_0|w0_0|0_h0|w0_h0 -frames:v 1 -update 1";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = new Sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, RED, GREEN", "2, GREEN, RED", "3, WHITE, BLUE", "4, BLUE, WHITE",
        "5, RED, BLUE", "6, BLUE, RED", "7, WHITE, GREEN", "8, GREEN, WHITE"
    })
    void putsPicturesUprightAndForgetsWhereTheyWereTaken(int orientation, String topLeft, String topRight)
            throws Exception {
        byte[] plain = Files.readAllBytes(Footage.make(folder.resolve("plain.jpg"), QUARTERS));
        Path source = Files.write(folder.resolve("held.jpg"), withNotes(plain, orientation));

        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Photo made = work(source, workspace);

            boolean turned = orientation > 4;
            BufferedImage small = ImageIO.read(made.sizes().get(0).file().toFile());
            assertThat(small.getWidth()).isEqualTo(turned ? 240 : 320);
            assertThat(colourAt(small, 0.25)).isEqualTo(topLeft);
            assertThat(colourAt(small, 0.75)).isEqualTo(topRight);
            for (Path file : made.files()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain(PLACE, "Exif");
            }
        }
    }

    @Test
    void makesThreeSizesOfALargePhotoAndEnlargesNone() throws Exception {
        assertThat(sizes("large.jpg", "4000x3000")).containsExactly("320x240", "960x720", "1920x1440");
        assertThat(sizes("middle.png", "1000x500")).containsExactly("320x160", "960x480", "1000x500");
        assertThat(sizes("small.webp", "200x100")).containsExactly("200x100");
        assertThat(sizes("exact.png", "320x200")).containsExactly("320x200");
        assertThat(sizes("thin.png", "3000x2")).containsExactly("320x1", "960x1", "1920x1");
    }

    @Test
    void showsTransparentPartsWhite() throws Exception {
        Path source = Footage.make(
                folder.resolve("clear.png"), "-f lavfi -i color=black@0:s=100x100,format=rgba -frames:v 1 -update 1");

        try (Workspace workspace = Workspace.in(folder)) {
            BufferedImage made =
                    ImageIO.read(work(source, workspace).files().get(0).toFile());
            assertThat(colourAt(made, 0.5)).isEqualTo("WHITE");
        }
    }

    @Test
    void refusesBombsByWhatTheyDeclare() throws Exception {
        Path large = Files.write(folder.resolve("bomb.png"), png(30_000, 30_000));
        Path wide = Files.write(folder.resolve("wide.png"), png(1_000_000, 1));

        assertThat(refusal(large)).isEqualTo(RefusalCode.TOO_MANY_PIXELS);
        assertThat(refusal(wide)).isEqualTo(RefusalCode.TOO_MANY_PIXELS);
    }

    @Test
    void tellsCutFromDamagedFiles() throws Exception {
        byte[] jpeg = Files.readAllBytes(Footage.make(folder.resolve("whole.jpg"), QUARTERS));
        byte[] webp = Files.readAllBytes(Footage.make(folder.resolve("whole.webp"), QUARTERS));
        byte[] broken = png(100, 100);

        assertThat(refusal(Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(jpeg, jpeg.length / 2))))
                .isEqualTo(RefusalCode.TRUNCATED);
        assertThat(refusal(Files.write(folder.resolve("cut.webp"), Arrays.copyOf(webp, webp.length / 2))))
                .isEqualTo(RefusalCode.TRUNCATED);
        assertThat(refusal(Files.write(folder.resolve("broken.png"), broken))).isEqualTo(RefusalCode.DAMAGED);
        assertThat(refusal(Files.write(folder.resolve("nonsense.jpg"), new byte[] {-1, -40, -1, 0, 0, 0, 0, 1, 2})))
                .isIn(RefusalCode.DAMAGED, RefusalCode.TRUNCATED);
    }

    @Test
    void saysThatHeicIsNotDecoded() throws Exception {
        byte[] heic = "\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(refusal(Files.write(folder.resolve("phone.heic"), heic))).isEqualTo(RefusalCode.HEIC_PHOTO);
    }

    private static List<String> sizes(String name, String size) throws Exception {
        Path source = Footage.make(folder.resolve(name), "-f lavfi -i testsrc2=s=" + size + " -frames:v 1 -update 1");
        try (Workspace workspace = Workspace.in(folder)) {
            return work(source, workspace).sizes().stream()
                    .map(made -> made.width() + "x" + made.height())
                    .toList();
        }
    }

    private static MediaResult.Photo work(Path source, Workspace workspace) throws Exception {
        Files.copy(source, workspace.source());
        Source claimed = new Source(MediaKind.PHOTO, source.getFileName().toString(), "");
        FileFormat format = new Recogniser().recognise(workspace.source(), claimed);
        return new PhotoWork(SETTINGS, Footage.tools(), sandbox)
                .process(workspace, format, new StopSignal(), (step, percent) -> {});
    }

    private static RefusalCode refusal(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            return catchThrowableOfType(RefusedException.class, () -> work(source, workspace))
                    .code();
        }
    }

    /** The colour a quarter from the top. */
    private static String colourAt(BufferedImage picture, double across) {
        Color colour = new Color(picture.getRGB((int) (picture.getWidth() * across), picture.getHeight() / 4));
        boolean red = colour.getRed() > 127;
        boolean green = colour.getGreen() > 127;
        boolean blue = colour.getBlue() > 127;
        return red && green && blue ? "WHITE" : red ? "RED" : green ? "GREEN" : blue ? "BLUE" : "BLACK";
    }

    /** As a camera writes it: how it was held, and where, as a comment and in its notes. */
    private static byte[] withNotes(byte[] jpeg, int orientation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(jpeg, 0, 2);
        byte[] place = PLACE.getBytes(StandardCharsets.US_ASCII);
        out.writeShort(0xFFE1);
        out.writeShort(2 + 6 + 8 + 2 + 12 + 4 + place.length);
        out.writeBytes("Exif\0\0MM\0*");
        out.writeInt(8);
        out.writeShort(1);
        out.writeShort(0x0112);
        out.writeShort(3);
        out.writeInt(1);
        out.writeShort(orientation);
        out.writeShort(0);
        out.writeInt(0);
        out.write(place);
        out.writeShort(0xFFFE);
        out.writeShort(2 + place.length);
        out.write(place);
        out.write(jpeg, 2, jpeg.length - 2);
        return bytes.toByteArray();
    }

    /** A header, no pixels and an end. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
        chunk(bytes, "IHDR", header.toByteArray());
        chunk(bytes, "IDAT", new byte[] {1, 2, 3});
        chunk(bytes, "IEND", new byte[0]);
        return bytes.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream bytes, String type, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(data.length);
        out.writeBytes(type);
        out.write(data);
        out.writeInt((int) sum.getValue());
    }
}
