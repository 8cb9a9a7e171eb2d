package org.lecturehalls.notices;

import java.util.List;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.lecturers.LecturerCategory;
import org.lecturehalls.regions.RegionCode;

/**
 * Whom a notice is for. An empty list asks for nothing.
 *
 * @param halls whether for those who manage halls
 * @param lecturers whether for lecturers
 */
record NoticeAudience(
        RegionCode region,
        boolean halls,
        List<HallType> hallTypes,
        List<String> hallIds,
        boolean lecturers,
        List<LecturerCategory> categories,
        List<String> teamIds) {

    NoticeAudience {
        hallTypes = List.copyOf(hallTypes);
        hallIds = List.copyOf(hallIds);
        categories = List.copyOf(categories);
        teamIds = List.copyOf(teamIds);
    }
}
