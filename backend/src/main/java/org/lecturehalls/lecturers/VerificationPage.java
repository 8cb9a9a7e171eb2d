package org.lecturehalls.lecturers;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.paper.ProofPage;

/** What the code on a lecturer's certificate opens. */
final class VerificationPage {

    private static final ProofPage PAGE = new ProofPage("讲习员证书查验 · Certificate");

    private VerificationPage() {}

    static String of(VerificationView view) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("编号 · Number", view.number());
        facts.put("姓名 · Name", view.name());
        facts.put("培训班 · Course", view.cohort());
        facts.put("培训时间 · Trained", ProofPage.days(view.trainedFrom(), view.trainedTo()));
        facts.put("学时 · Hours", Integer.toString(view.hours()));
        facts.put("发证日期 · Issued", ProofPage.day(view.issuedOn()));
        facts.put("有效期至 · Valid until", ProofPage.day(view.validUntil()));
        LocalDate revokedOn = view.revokedOn();
        if (revokedOn != null) {
            facts.put("撤销日期 · Revoked", ProofPage.day(revokedOn));
        }
        return PAGE.of(Objects.requireNonNull(CertificateState.LABELS.get(view.state())), facts);
    }

    static String ofNothing() {
        return PAGE.ofNothing();
    }
}
