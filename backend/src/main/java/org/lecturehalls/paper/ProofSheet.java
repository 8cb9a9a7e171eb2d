package org.lecturehalls.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/**
 * A certificate: an A4 page across in a frame, with its number and a code that leads to its proof. All lengths are in points.
 */
public record ProofSheet(PDPageContentStream content, Pen pen) {

    private static final PDRectangle PAGE = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MIDDLE = PAGE.getWidth() / 2;
    private static final float ROOM = PAGE.getWidth() - 160;
    private static final float CODE_SIDE = 96;

    /** Writes on a sheet what is said of one thing. */
    @FunctionalInterface
    public interface Writer<T> {
        void write(ProofSheet sheet, T thing) throws IOException;
    }

    /** One file with a sheet for each. Takes a processor for some milliseconds a sheet. */
    public static <T> byte[] pdf(List<T> things, Writer<T> writer) {
        try (PDDocument document = new PDDocument()) {
            PaperFonts fonts = PaperFonts.in(document);
            for (T thing : things) {
                PDPage page = new PDPage(PAGE);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    writer.write(new ProofSheet(content, new Pen(content, fonts)), thing);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A frame around all, so far from the edge. */
    public void frame(float red, float green, float blue, float width, float inset) throws IOException {
        content.setStrokingColor(red, green, blue);
        content.setLineWidth(width);
        content.addRect(inset, inset, PAGE.getWidth() - 2 * inset, PAGE.getHeight() - 2 * inset);
        content.stroke();
    }

    /** A line in the middle, at a height. */
    public void line(String text, float size, float y) throws IOException {
        pen.centred(text, size, MIDDLE, y, ROOM);
    }

    /** The foot: number, day, and the code to scan. */
    public void proof(String number, LocalDate day, String address) throws IOException {
        pen.left("证书编号：" + number, 12, 200, 120, 300);
        pen.left("扫描二维码查验真伪", 12, 200, 98, 300);
        pen.centred(day(day), 14, 650, 110, 260);
        QrCode.of(address).draw(content, 80, 70, CODE_SIDE);
    }

    /** A day as it is written on paper. */
    public static String day(LocalDate day) {
        return day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日";
    }
}
