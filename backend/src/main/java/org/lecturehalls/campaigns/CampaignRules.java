package org.lecturehalls.campaigns;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionFacts;
import org.lecturehalls.sessions.SessionFormat;

/**
 * Which sessions count. An empty list asks for nothing.
 *
 * @param until the moment after the last one that counts
 * @param topics of which one has to stand in the session's title
 * @param recordRequired whether a session counts only when its record is there
 */
record CampaignRules(
        RegionCode region,
        Instant from,
        Instant until,
        List<String> subjects,
        List<SessionFormat> formats,
        List<String> topics,
        boolean recordRequired) {

    CampaignRules {
        subjects = List.copyOf(subjects);
        formats = List.copyOf(formats);
        topics = List.copyOf(topics);
    }

    /** Whether a session is the campaign's, with its record or still without. */
    boolean include(SessionFacts facts) {
        return facts.held()
                && region.contains(facts.region())
                && !facts.startsAt().isBefore(from)
                && facts.startsAt().isBefore(until)
                && (subjects.isEmpty() || subjects.contains(facts.subject()))
                && (formats.isEmpty() || formats.contains(facts.format()))
                && (topics.isEmpty() || topics.stream().anyMatch(topic -> contains(facts.title(), topic)));
    }

    /** Whether sessions of a county's month can be the campaign's at all. */
    boolean reach(CountyMonth cell, ZoneId zone) {
        var near = region.contains(cell.county()) || cell.county().contains(region);
        var first = CountyMonth.month(from, zone);
        var last = CountyMonth.month(until.minusMillis(1), zone);
        return near && !cell.month().isBefore(first) && !cell.month().isAfter(last);
    }

    private static boolean contains(String title, String topic) {
        return title.toLowerCase(Locale.ROOT).contains(topic.toLowerCase(Locale.ROOT));
    }
}
