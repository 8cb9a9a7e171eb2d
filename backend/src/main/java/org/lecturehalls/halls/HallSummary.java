package org.lecturehalls.halls;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * What other capabilities need to know of a hall.
 *
 * @param latitude degrees north (WGS 84)
 * @param longitude degrees east (WGS 84)
 * @param capacity seats, or people who can stand and listen
 * @param active whether it can be scheduled: open and not deleted
 * @param managerId user id; null when nobody is named
 */
public record HallSummary(
        String id,
        String name,
        HallType type,
        RegionCode region,
        double latitude,
        double longitude,
        int capacity,
        boolean active,
        @Nullable String managerId) {}
