package org.lecturehalls.learning;

import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehalls.paper.ProofPage;

/** What the code on a course's certificate opens. */
final class CourseCertificatePage {

    private static final ProofPage PAGE = new ProofPage("结业证书查验 · Course certificate");

    private CourseCertificatePage() {}

    static String of(CourseCertificate certificate) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("姓名 · Name", certificate.name());
        facts.put("已学完课程 · Course done", certificate.title());
        facts.put("全部节数 · Lessons", Integer.toString(certificate.lessons()));
        facts.put("发证日期 · Issued", ProofPage.day(certificate.day()));
        facts.put("编号 · Number", certificate.code());
        return PAGE.of("证书有效 · Valid", facts);
    }

    static String ofNothing() {
        return PAGE.ofNothing();
    }
}
