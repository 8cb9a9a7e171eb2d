package org.lecturehalls.learning;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.lecturehalls.paper.PaperFonts;
import org.lecturehalls.paper.Pen;
import org.lecturehalls.paper.QrCode;

/** The certificate of a course as an A4 page across, with a code that leads to its proof. */
final class CoursePaper {

    /** Days on paper are days of the city. */
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private static final PDRectangle SHEET = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MIDDLE = SHEET.getWidth() / 2;
    private static final float ROOM = SHEET.getWidth() - 160;
    private static final float CODE_SIDE = 96;

    private CoursePaper() {}

    /** The file. Takes a processor for some milliseconds. */
    static byte[] pdf(CourseCertificate certificate, String address) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(SHEET);
            document.addPage(page);
            PaperFonts fonts = PaperFonts.in(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, new Pen(content, fonts), certificate, address);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, Pen pen, CourseCertificate certificate, String address)
            throws IOException {
        content.setStrokingColor(0.72f, 0.14f, 0.18f);
        content.setLineWidth(2);
        content.addRect(28, 28, SHEET.getWidth() - 56, SHEET.getHeight() - 56);
        content.stroke();
        pen.centred("结业证书", 40, MIDDLE, 470, ROOM);
        pen.centred(certificate.name(), 30, MIDDLE, 390, ROOM);
        pen.centred("已学完课程", 18, MIDDLE, 340, ROOM);
        pen.centred("《" + certificate.title() + "》", 26, MIDDLE, 295, ROOM);
        pen.centred("全部 " + certificate.lessons() + " 节", 18, MIDDLE, 255, ROOM);
        pen.left("证书编号：" + certificate.code(), 12, 200, 120, 300);
        pen.left("扫描二维码查验真伪", 12, 200, 98, 300);
        LocalDate day = LocalDate.ofInstant(certificate.at(), CITY);
        pen.centred(
                day.getYear() + " 年 " + day.getMonthValue() + " 月 " + day.getDayOfMonth() + " 日", 14, 650, 110, 260);
        QrCode.of(address).draw(content, 80, 70, CODE_SIDE);
    }
}
