package org.lecturehalls.lecturers;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * What other capabilities need to know of a lecturer.
 *
 * @param userId the account the person signs in with; null when there is none
 * @param teamId null for a lecturer without a team
 * @param certified whether the person holds a certificate that is valid today
 */
public record LecturerSummary(
        String id,
        String name,
        RegionCode region,
        @Nullable String userId,
        @Nullable String teamId,
        boolean certified) {}
