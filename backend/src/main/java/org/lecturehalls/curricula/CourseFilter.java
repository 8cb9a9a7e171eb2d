package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Pinyin;
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

    private static final int LONGEST_SEARCH = 100;

    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        all.add(where("state").is(CourseState.PUBLISHED));
        addIs(all, "description.format", format);
        addIs(all, "description.language", language);
        addIs(all, "description.audience", audience);
        addIs(all, "description.subject", subject);
        if (search != null && !search.isBlank()) {
            String shortened = search.length() > LONGEST_SEARCH ? search.substring(0, LONGEST_SEARCH) : search;
            all.add(found(shortened.strip()));
        }
        return new Criteria().andOperator(all);
    }

    private static void addIs(List<Criteria> all, String field, @Nullable Object value) {
        if (value != null) {
            all.add(where(field).is(value));
        }
    }

    private static Criteria found(String text) {
        Pattern written = Pattern.compile(Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<Criteria> any = new ArrayList<>();
        any.add(where("description.title").regex(written));
        any.add(where("description.summary").regex(written));
        Pinyin.typed(text).forEach(sounds -> any.add(where("pinyin").regex(sounds)));
        return new Criteria().orOperator(any);
    }
}
