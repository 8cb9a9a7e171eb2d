package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.TypedText;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which published courses are wanted; null stands for all.
 *
 * @param search part of the title or summary as it is written, or of the title as it is typed in pinyin
 */
record CourseFilter(
        @Nullable String search,
        @Nullable CourseFormat format,
        @Nullable String language,
        @Nullable CourseAudience audience,
        @Nullable String subject) {

    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        all.add(where("state").is(CourseState.PUBLISHED));
        addIs(all, "description.format", format);
        addIs(all, "description.language", language);
        addIs(all, "description.audience", audience);
        addIs(all, "description.subject", subject);
        if (search != null && !search.isBlank()) {
            all.add(TypedText.foundIn(search, "description.title", "description.summary"));
        }
        return new Criteria().andOperator(all);
    }

    private static void addIs(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(where(field).is(value));
        }
    }
}
