package org.lecturehalls.campaigns;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What a county's month adds to a campaign: the sessions and their sum in one document, so that one write changes both.
 * Putting the same session twice changes nothing.
 *
 * @param id the campaign's id and the county's month, for example {@code 01kb…:451022:2026-05}
 * @param place the county's month
 * @param sessions in order of time
 */
@Document("campaignCells")
record CampaignCell(
        @Id String id,
        @Indexed String campaignId,
        String place,
        List<CountedSession> sessions,
        CampaignFigures figures,
        long version) {

    static CampaignCell empty(String campaignId, CountyMonth place) {
        return new CampaignCell(id(campaignId, place), campaignId, place.key(), List.of(), CampaignFigures.NONE, 0);
    }

    static String id(String campaignId, CountyMonth place) {
        return campaignId + ":" + place.key();
    }

    CountyMonth countyMonth() {
        return CountyMonth.parse(place);
    }

    CampaignCell put(CountedSession session) {
        if (sessions.contains(session)) {
            return this;
        }
        var all = without(session.sessionId());
        all.add(session);
        return holding(all);
    }

    CampaignCell remove(String sessionId) {
        var rest = without(sessionId);
        return rest.size() == sessions.size() ? this : holding(rest);
    }

    /** The same cell with these sessions. */
    CampaignCell holding(Collection<CountedSession> all) {
        var sorted = all.stream().sorted(CountedSession.BY_TIME).toList();
        var sum = sorted.stream().map(CountedSession::figures).reduce(CampaignFigures.NONE, CampaignFigures::plus);
        return new CampaignCell(id, campaignId, place, sorted, sum, version);
    }

    boolean saysTheSameAs(CampaignCell other) {
        return sessions.equals(other.sessions) && figures.equals(other.figures);
    }

    private List<CountedSession> without(String sessionId) {
        var rest = new ArrayList<>(sessions);
        rest.removeIf(each -> each.sessionId().equals(sessionId));
        return rest;
    }
}
