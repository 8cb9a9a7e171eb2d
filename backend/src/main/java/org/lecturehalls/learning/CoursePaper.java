package org.lecturehalls.learning;

import java.io.IOException;
import java.util.List;
import org.lecturehalls.paper.ProofSheet;

/** The certificate of a course, on paper. */
final class CoursePaper {

    private CoursePaper() {}

    /** The file. Takes a processor for some milliseconds. */
    static byte[] pdf(CourseCertificate certificate, String address) {
        return ProofSheet.pdf(List.of(certificate), (sheet, one) -> write(sheet, one, address));
    }

    private static void write(ProofSheet sheet, CourseCertificate certificate, String address) throws IOException {
        sheet.frame(0.72f, 0.14f, 0.18f, 2, 28);
        sheet.line("结业证书", 40, 470);
        sheet.line(certificate.name(), 30, 390);
        sheet.line("已学完课程", 18, 340);
        sheet.line("《" + certificate.title() + "》", 26, 295);
        sheet.line("全部 " + certificate.lessons() + " 节", 18, 255);
        sheet.proof(certificate.code(), certificate.day(), address);
    }
}
