package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehalls.competitions.ResultController.AwardView;
import org.lecturehalls.paper.ProofPage;

/** What the code on an award's certificate opens. */
final class AwardPage {

    private static final ProofPage PAGE = new ProofPage("获奖证书查验 · Award");

    private AwardPage() {}

    static String of(AwardView award) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("获奖人 · Winner", award.people());
        facts.put("作品 · Entry", award.title());
        facts.put("赛事 · Contest", award.contest());
        facts.put("奖项 · Award", award.award());
        facts.put("编号 · Number", award.code());
        Instant revokedAt = award.revokedAt();
        if (revokedAt == null) {
            return PAGE.of("证书有效 · Valid", facts);
        }
        facts.put("撤销日期 · Revoked", ProofPage.day(ResultFiles.day(revokedAt)));
        return PAGE.of("证书已撤销 · Revoked", facts);
    }

    static String ofNothing() {
        return PAGE.ofNothing();
    }
}
