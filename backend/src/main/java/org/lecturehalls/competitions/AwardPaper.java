package org.lecturehalls.competitions;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.lecturehalls.paper.ProofSheet;

/** Certificates of all winners as one file to print: an A4 page across for each, with a code that leads to its proof. */
final class AwardPaper {

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
        return ProofSheet.pdf(certificates, AwardPaper::write);
    }

    private static void write(ProofSheet sheet, Text text) throws IOException {
        sheet.frame(0.69f, 0.13f, 0.13f, 3, 24);
        sheet.line("荣誉证书", 40, 480);
        sheet.line(text.people(), 28, 400);
        sheet.line("作品《" + text.title() + "》在" + text.contest() + "中荣获", 20, 340);
        sheet.line(text.award(), 34, 280);
        sheet.line("特发此证，以资鼓励。", 18, 235);
        sheet.proof(text.code(), text.day(), text.address());
    }
}
