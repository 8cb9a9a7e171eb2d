package org.lecturehalls.curricula;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One question with its key.
 *
 * @param choices what can be chosen; empty for a text to be filled in
 * @param right numbers of the right choices, from 0; for {@code TRUE_FALSE} 0 stands for true and 1 for false
 * @param texts what may be filled in
 * @param explanation shown to whoever answered right
 */
record Question(
        String id,
        Kind kind,
        String text,
        List<String> choices,
        List<Integer> right,
        List<String> texts,
        @Nullable String explanation) {

    /** How a question is answered. */
    enum Kind {
        SINGLE_CHOICE,
        MULTIPLE_CHOICE,
        TRUE_FALSE,
        FILL_IN
    }

    /** All or nothing: of several choices exactly the right ones, of a text one of those that were named. */
    boolean isAnsweredBy(List<Integer> chosen, @Nullable String typed) {
        if (kind == Kind.FILL_IN) {
            return typed != null && texts.stream().map(Question::plain).anyMatch(plain(typed)::equals);
        }
        return Set.copyOf(right).equals(Set.copyOf(chosen));
    }

    /** Neither width nor case nor spaces make an answer wrong. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", "")
                .toLowerCase(Locale.ROOT);
    }
}
