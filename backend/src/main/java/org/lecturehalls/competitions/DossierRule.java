package org.lecturehalls.competitions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What an award to lecturers looks at.
 *
 * @param from first day that counts, a day of the city
 * @param until last day that counts
 * @param minSessions how many sessions somebody must have held to take part
 * @param named whether judges read whose dossier it is; it says no name, hall nor county unless they do
 */
record DossierRule(LocalDate from, LocalDate until, int minSessions, boolean named) {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    Instant start() {
        return from.atStartOfDay(CITY).toInstant();
    }

    /** Not included. */
    Instant end() {
        return until.plusDays(1).atStartOfDay(CITY).toInstant();
    }
}
