package org.lecturehalls.lecturers.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.lecturehalls.paper.PaperFonts;
import org.lecturehalls.paper.Pen;
import org.lecturehalls.paper.ProofSheet;
import org.lecturehalls.paper.QrCode;

/** Makes certificates: one A4 page across, with a code that leads to the page where it is verified. */
public final class CertificatePaper {

    private static final PDRectangle SHEET = new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth());
    private static final float MIDDLE = SHEET.getWidth() / 2;
    private static final float TEXT_WIDTH = SHEET.getWidth() - 160;
    private static final float CODE_SIDE = 96;

    private CertificatePaper() {}

    /** Ready to print. */
    public static CertificatePaper load() {
        return new CertificatePaper();
    }

    /** The file. Takes a processor for some tenths of a second. */
    public byte[] pdf(CertificateText text) {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(SHEET);
            document.addPage(page);
            document.setDocumentInformation(about(text));
            PaperFonts fonts = PaperFonts.in(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                frame(content);
                write(content, fonts, text);
                QrCode.of(text.address()).draw(content, 80, 70, CODE_SIDE);
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PDDocumentInformation about(CertificateText text) {
        PDDocumentInformation about = new PDDocumentInformation();
        about.setTitle("讲习员培训合格证书 " + text.number());
        about.setAuthor(text.issuer());
        about.setCreationDate(
                GregorianCalendar.from(text.issuedOn().atStartOfDay().atZone(ZoneOffset.UTC)));
        return about;
    }

    private static void frame(PDPageContentStream content) throws IOException {
        content.setStrokingColor(0.69f, 0.13f, 0.13f);
        for (float inset : List.of(24f, 30f)) {
            content.setLineWidth(inset == 24f ? 3 : 1);
            content.addRect(inset, inset, SHEET.getWidth() - 2 * inset, SHEET.getHeight() - 2 * inset);
            content.stroke();
        }
    }

    private static void write(PDPageContentStream content, PaperFonts fonts, CertificateText text) throws IOException {
        Pen pen = new Pen(content, fonts);
        pen.centred("讲习员培训合格证书", 38, MIDDLE, 480, TEXT_WIDTH);
        pen.centred(text.name(), 32, MIDDLE, 400, TEXT_WIDTH);
        pen.centred(
                "于 " + ProofSheet.day(text.startsOn()) + "至 " + ProofSheet.day(text.endsOn()) + "参加" + text.cohort(),
                18,
                MIDDLE,
                340,
                TEXT_WIDTH);
        pen.centred("完成 " + text.hours() + " 学时培训，经考核合格，准予结业，特发此证。", 18, MIDDLE, 305, TEXT_WIDTH);
        pen.left("证书编号：" + text.number(), 13, 200, 140, 300);
        pen.left("有效期至：" + ProofSheet.day(text.validUntil()), 13, 200, 115, 300);
        pen.left("扫描二维码查验真伪", 13, 200, 90, 300);
        pen.centred(text.issuer(), 18, 650, 140, 260);
        pen.centred(ProofSheet.day(text.issuedOn()), 14, 650, 110, 260);
    }
}
