package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which lecturers are wanted; null stands for all.
 *
 * @param text part of the name, number or a subject
 * @param deleted those put away instead of those in use
 */
record LecturerFilter(
        @Nullable String text,
        @Nullable RegionCode region,
        @Nullable LecturerCategory category,
        @Nullable LectureForm format,
        @Nullable SpokenLanguage language,
        @Nullable String teamId,
        boolean deleted) {

    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        all.add(RevisedRecords.deleted(deleted));
        if (text != null && !text.isBlank()) {
            all.add(RevisedRecords.containing(text, "name", "number", "subjects"));
        }
        if (region != null) {
            all.add(RevisedRecords.inside(region));
        }
        addIs(all, "categories", category);
        addIs(all, "formats", format);
        addIs(all, "languages", language);
        addIs(all, "teamId", teamId);
        return new Criteria().andOperator(all);
    }

    private static void addIs(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(where(field).is(value));
        }
    }
}
