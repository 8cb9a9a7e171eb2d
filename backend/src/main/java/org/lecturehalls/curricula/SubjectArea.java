package org.lecturehalls.curricula;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What courses and sessions are about, for the whole city.
 *
 * @param id readable, for example {@code farming-skills}; courses, sessions and statistics name it
 * @param place among the others, the smallest first
 */
@Document("subject_areas")
record SubjectArea(
        @Id String id,
        String nameZh,
        String nameEn,
        int place,
        @Nullable Instant deletedAt,
        Revision revision) implements Revised<SubjectArea> {

    @Override
    public SubjectArea revised(Revision next, @Nullable Instant deleted) {
        return new SubjectArea(id, nameZh, nameEn, place, deleted, next);
    }

    SubjectArea saying(SubjectAreaInput input) {
        return new SubjectArea(id, input.zh(), input.en(), input.place(), deletedAt, revision);
    }

    @Override
    public Map<String, String> fields() {
        return Map.of("nameZh", nameZh, "nameEn", nameEn, "place", Integer.toString(place));
    }
}
