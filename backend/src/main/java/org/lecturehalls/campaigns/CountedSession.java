package org.lecturehalls.campaigns;

import java.time.Instant;
import java.util.Comparator;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionFacts;

/**
 * A session behind the figures.
 *
 * @param awaitsRecord whether it counts only once its record is there
 */
record CountedSession(
        String sessionId,
        String title,
        RegionCode region,
        String hallName,
        Instant startsAt,
        int attendances,
        boolean awaitsRecord) {

    static final Comparator<CountedSession> BY_TIME =
            Comparator.comparing(CountedSession::startsAt).thenComparing(CountedSession::sessionId);

    static CountedSession of(SessionFacts facts, CampaignRules rules) {
        return new CountedSession(
                facts.sessionId(),
                facts.title(),
                facts.region(),
                facts.hallName(),
                facts.startsAt(),
                facts.attendance(),
                rules.recordRequired() && !facts.recorded());
    }

    CampaignFigures figures() {
        return awaitsRecord ? new CampaignFigures(0, 0, 1) : new CampaignFigures(1, attendances, 0);
    }
}
