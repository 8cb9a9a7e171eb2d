package org.lecturehalls.lecturers.paper;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * The fonts of one document: one for Latin letters, one for Chinese signs. Only the signs that are used end up in the
 * file. Both come with the platform, so that a machine without Chinese fonts prints the same.
 */
final class PaperFonts {

    /** What Chinese printers put where a sign is missing. */
    private static final int GETA = 0x3013;

    private final PDFont latin;
    private final PDFont chinese;

    PaperFonts(PDDocument document, byte[] latin, byte[] chinese) throws IOException {
        this.latin = PDType0Font.load(document, new ByteArrayInputStream(latin), true);
        this.chinese = PDType0Font.load(document, new ByteArrayInputStream(chinese), true);
    }

    /** A piece of a line that one font has all signs of. */
    record Run(PDFont font, String text) {

        float width(float size) throws IOException {
            return font.getStringWidth(text) / 1000 * size;
        }
    }

    List<Run> runs(String line) {
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
