package org.lecturehalls.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document: one for Latin letters, one for Chinese signs. Only the signs that are used end up in the
 * file. Both come with the platform, so that a machine without Chinese fonts prints the same.
 */
public final class PaperFonts {

    /** What Chinese printers put where a sign is missing. */
    private static final int GETA = 0x3013;

    private final PDFont latin;
    private final PDFont chinese;

    private PaperFonts(PDFont latin, PDFont chinese) {
        this.latin = latin;
        this.chinese = chinese;
    }

    /** The fonts for a new document. */
    public static PaperFonts in(PDDocument document) throws IOException {
        return new PaperFonts(load(document, Files.LATIN), load(document, Files.CHINESE));
    }

    private static PDFont load(PDDocument document, byte[] font) throws IOException {
        return PDType0Font.load(document, new ByteArrayInputStream(font), true);
    }

    /** Read once, by whoever prints first. */
    private static final class Files {

        static final byte[] LATIN = read("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf");
        static final byte[] CHINESE = read("/fonts/DroidSansFallbackFull.ttf");

        private static byte[] read(String resource) {
            try (InputStream font = PaperFonts.class.getResourceAsStream(resource)) {
                return Objects.requireNonNull(font, resource).readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A piece of a line that one font has all signs of. */
    public record Run(PDFont font, String text) {

        /** Of the piece, in points. */
        public float width(float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    /** A line in pieces. */
    public List<Run> runs(String line) {
        List<Run> runs = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        PDFont present = chinese;
        for (int sign : line.codePoints().toArray()) {
            PDFont wanted = fontOf(sign);
            if (wanted != present && !text.isEmpty()) {
                runs.add(new Run(present, text.toString()));
                text.setLength(0);
            }
            present = wanted;
            text.appendCodePoint(has(wanted, sign) ? sign : GETA);
        }
        if (!text.isEmpty()) {
            runs.add(new Run(present, text.toString()));
        }
        return runs;
    }

    private PDFont fontOf(int sign) {
        return has(chinese, sign) || !has(latin, sign) ? chinese : latin;
    }

    private static boolean has(PDFont font, int sign) {
        try {
            font.encode(Character.toString(sign));
            return true;
        } catch (IOException | IllegalArgumentException missing) {
            return false;
        }
    }
}
