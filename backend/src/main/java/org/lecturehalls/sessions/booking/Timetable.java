package org.lecturehalls.sessions.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One month of a hall, lecturer or vehicle. All claims that could disturb each other meet in at least one document, so that
 * one conditional write decides between them: a claim of something that travels is also entered in the next or last month
 * when that is within the longest journey.
 *
 * @param id kind, resource and month, for example {@code hall:h1:2026-05}
 * @param version grows with every change; a claim is entered only into the version that was looked at
 */
@Document("timetables")
record Timetable(@Id String id, long version, List<Claim> claims) {

    static Timetable empty(String id) {
        return new Timetable(id, 0, List.of());
    }

    static String id(Resource resource, YearMonth month) {
        return resource.kind().prefix() + ":" + resource.id() + ":" + month;
    }

    /** The months whose documents a claim of this resource has to stand in. */
    static Stream<YearMonth> months(Resource resource, Instant from, Instant to, TravelRules travel, ZoneId zone) {
        var margin = resource.kind().travels() ? travel.longest() : Duration.ZERO;
        var first = YearMonth.from(from.minus(margin).atZone(zone));
        var last = YearMonth.from(to.plus(margin).atZone(zone));
        return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1));
    }

    /** The first claim of another session that can't stand beside this one. */
    Optional<Claim> clash(Claim wanted, ResourceKind kind, TravelRules travel) {
        return claims.stream()
                .filter(claim -> !claim.sessionId().equals(wanted.sessionId()))
                .filter(claim -> claim.clashesWith(wanted, kind, travel))
                .findFirst();
    }
}
