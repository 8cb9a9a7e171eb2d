package org.lecturehalls.lecturers;

import org.lecturehalls.regions.RegionCode;

/**
 * A lecturer was added, changed, put away or brought back.
 *
 * @param inUse false when put away
 */
public record LecturerChanged(String lecturerId, RegionCode region, boolean inUse) {}
