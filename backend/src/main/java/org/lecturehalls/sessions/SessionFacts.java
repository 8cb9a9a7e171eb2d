package org.lecturehalls.sessions;

import java.time.Instant;
import java.util.List;
import org.lecturehalls.regions.RegionCode;

/**
 * What a session amounts to, for statistics.
 *
 * @param held whether it took place, as its attendance or its record shows; planned and cancelled ones count for nothing
 * @param attendance people who came, each once
 * @param starsSum sum of the ratings, of which there are {@code ratings}
 */
public record SessionFacts(
        String sessionId,
        boolean held,
        String title,
        Instant startsAt,
        RegionCode region,
        String hallId,
        String hallName,
        List<String> lecturerIds,
        String subject,
        SessionFormat format,
        Audience audience,
        int attendance,
        boolean recorded,
        int starsSum,
        int ratings) {}
