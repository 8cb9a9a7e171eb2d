package org.lecturehalls.competitions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.lecturehalls.paper.PaperFonts;
import org.lecturehalls.paper.Pen;

/** The result as a bulletin to print and hang up: A4 pages with a table. */
final class BulletinPaper {

    private static final PDRectangle SHEET = PDRectangle.A4;
    private static final float TOP = SHEET.getHeight() - 70;
    private static final float BOTTOM = 60;
    private static final float LINE = 20;
    private static final float SIZE = 11;
    private static final float[] LEFT = {50, 90, 290, 400, 470};
    private static final float[] ROOM = {35, 195, 105, 65, 80};

    private final PDDocument document;
    private final PaperFonts fonts;
    private final Text text;

    private BulletinPaper(PDDocument document, Text text) throws IOException {
        this.document = document;
        this.fonts = PaperFonts.in(document);
        this.text = text;
    }

    /**
     * What stands in it.
     *
     * @param notes the rule, the day, the head of the log
     * @param rows rank, title, people, score and award
     */
    record Text(String title, List<String> notes, List<List<String>> rows) {}

    static byte[] pdf(Text text) {
        try (PDDocument document = new PDDocument()) {
            new BulletinPaper(document, text).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() throws IOException {
        int next = 0;
        do {
            PDPage page = new PDPage(SHEET);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                next = page(new Pen(content, fonts), next);
            }
        } while (next < text.rows().size());
    }

    /** Answers the row with which the next page begins. */
    private int page(Pen pen, int first) throws IOException {
        float y = TOP;
        if (first == 0) {
            pen.centred(text.title(), 20, SHEET.getWidth() / 2, y, SHEET.getWidth() - 100);
            y -= 2 * LINE;
            for (String note : text.notes()) {
                pen.left(note, 9, LEFT[0], y, SHEET.getWidth() - 100);
                y -= LINE;
            }
        }
        row(pen, List.of("名次", "作品", "作者", "得分", "奖项"), y);
        y -= LINE;
        int row = first;
        while (row < text.rows().size() && y > BOTTOM) {
            row(pen, text.rows().get(row++), y);
            y -= LINE;
        }
        return row;
    }

    private static void row(Pen pen, List<String> cells, float y) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            pen.left(cells.get(i), SIZE, LEFT[i], y, ROOM[i]);
        }
    }
}
