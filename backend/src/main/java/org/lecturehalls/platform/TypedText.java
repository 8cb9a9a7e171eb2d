package org.lecturehalls.platform;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.data.mongodb.core.query.Criteria;

/** What somebody typed to find something Chinese: a part of it as it is written, or as it sounds. */
public final class TypedText {

    private static final int LONGEST_SEARCH = 100;

    private static final String SOUNDS = "pinyin";

    private TypedText() {}

    /**
     * Documents that have it, in any case, in one of some fields, or whose field {@code pinyin} has how it sounds.
     *
     * @param text not blank; what is longer than 100 characters is cut
     */
    public static Criteria foundIn(String text, String... fields) {
        String stripped = text.strip();
        String shortened = stripped.substring(0, Math.min(LONGEST_SEARCH, stripped.length()));
        Pattern written = Pattern.compile(Pattern.quote(shortened), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        List<Criteria> any = new ArrayList<>();
        for (String field : fields) {
            any.add(where(field).regex(written));
        }
        Pinyin.typed(shortened).forEach(sounds -> any.add(where(SOUNDS).regex(sounds)));
        return new Criteria().orOperator(any);
    }
}
