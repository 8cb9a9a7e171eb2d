package org.lecturehalls.statistics;

import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionFacts;

/** Where a session is counted: in the cell of its county and month, under these headings. */
final class Headings {

    private static final int COUNTY_DIGITS = 6;
    private static final int TOWNSHIP_DIGITS = 9;

    private Headings() {}

    static String cell(SessionFacts facts, ZoneId zone) {
        return first(facts.region(), COUNTY_DIGITS) + ":"
                + YearMonth.from(facts.startsAt().atZone(zone));
    }

    static Contribution contribution(SessionFacts facts) {
        var figures = new Figures(1, facts.attendance(), facts.recorded() ? 1 : 0, facts.starsSum(), facts.ratings());
        return new Contribution(facts.sessionId(), of(facts), figures);
    }

    private static List<String> of(SessionFacts facts) {
        var lecturers = facts.lecturerIds().stream().map(id -> Dimension.LECTURER.heading(id));
        return Stream.concat(
                        lecturers,
                        Stream.of(
                                Dimension.TOWNSHIP.heading(first(facts.region(), TOWNSHIP_DIGITS)),
                                Dimension.HALL.heading(facts.hallId()),
                                Dimension.SUBJECT.heading(facts.subject()),
                                Dimension.FORMAT.heading(facts.format().name()),
                                Dimension.AUDIENCE.heading(facts.audience().name())))
                .distinct()
                .sorted()
                .toList();
    }

    private static String first(RegionCode region, int digits) {
        return region.value().substring(0, Math.min(digits, region.value().length()));
    }
}
