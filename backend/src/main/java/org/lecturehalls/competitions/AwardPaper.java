package org.lecturehalls.competitions;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.lecturehalls.paper.PaperFonts;
import org.lecturehalls.paper.Pen;
import org.lecturehalls.paper.QrCode;

/** Certificates of all winners as one file to print: an A4 page across for each, with a code that leads to its proof. */
final class AwardPaper {

    private static final PDRectangle SHEET = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MIDDLE = SHEET.getWidth() / 2;
    private static final float ROOM = SHEET.getWidth() - 160;
    private static final float CODE_SIDE = 96;

    private AwardPaper() {}

    /**
     * What stands on one.
     *
     * @param people the lead and those who presented beside the lead
     * @param address what the code on the paper opens
     */
    record Text(
            String contest, String people, String title, String award, LocalDate day, String code, String address) {}

    /** The file. Takes a processor for some milliseconds a page. */
    static byte[] pdf(List<Text> certificates) {
        try (PDDocument document = new PDDocument()) {
            PaperFonts fonts = PaperFonts.in(document);
            for (Text text : certificates) {
                PDPage page = new PDPage(SHEET);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    write(content, new Pen(content, fonts), text);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, Pen pen, Text text) throws IOException {
        content.setStrokingColor(0.69f, 0.13f, 0.13f);
        content.setLineWidth(3);
        content.addRect(24, 24, SHEET.getWidth() - 48, SHEET.getHeight() - 48);
        content.stroke();
        pen.centred("荣誉证书", 40, MIDDLE, 480, ROOM);
        pen.centred(text.people(), 28, MIDDLE, 400, ROOM);
        pen.centred("作品《" + text.title() + "》在" + text.contest() + "中荣获", 20, MIDDLE, 340, ROOM);
        pen.centred(text.award(), 34, MIDDLE, 280, ROOM);
        pen.centred("特发此证，以资鼓励。", 18, MIDDLE, 235, ROOM);
        pen.left("证书编号：" + text.code(), 12, 200, 120, 300);
        pen.left("扫描二维码查验真伪", 12, 200, 98, 300);
        LocalDate day = text.day();
        pen.centred(
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日", 14, 650, 110, 260);
        QrCode.of(text.address()).draw(content, 80, 70, CODE_SIDE);
    }
}
