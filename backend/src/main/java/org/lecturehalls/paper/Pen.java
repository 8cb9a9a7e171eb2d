package org.lecturehalls.paper;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** Writes lines on a page; what is too wide for its place is written smaller. All lengths are in points. */
public record Pen(PDPageContentStream content, PaperFonts fonts) {

    /** Writes around {@code x}. */
    public void centred(String line, float size, float x, float y, float room) throws IOException {
        List<PaperFonts.Run> runs = fonts.runs(line);
        float fitting = fitting(runs, size, room);
        write(runs, fitting, x - width(runs, fitting) / 2, y);
    }

    /** Writes from {@code x} on. */
    public void left(String line, float size, float x, float y, float room) throws IOException {
        List<PaperFonts.Run> runs = fonts.runs(line);
        write(runs, fitting(runs, size, room), x, y);
    }

    private static float fitting(List<PaperFonts.Run> runs, float size, float room) throws IOException {
        float width = width(runs, size);
        return width > room ? size * room / width : size;
    }

    private void write(List<PaperFonts.Run> runs, float size, float x, float y) throws IOException {
        content.beginText();
        content.newLineAtOffset(x, y);
        for (PaperFonts.Run run : runs) {
            content.setFont(run.font(), size);
            content.showText(run.text());
        }
        content.endText();
    }

    private static float width(List<PaperFonts.Run> runs, float size) throws IOException {
        float width = 0;
        for (PaperFonts.Run run : runs) {
            width += run.width(size);
        }
        return width;
    }
}
