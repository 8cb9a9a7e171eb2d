package org.lecturehalls.worker.video;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words that a file carries. Anybody could have written them: they are cut to what is sensible, and never become part of a command. */
final class CleanText {

    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]+");

    private CleanText() {}

    /**
     * One line without signs that nobody sees; null when there is nothing to read.
     *
     * @param most characters, as people count them
     */
    static @Nullable String of(String text, int most) {
        String seen =
                UNSEEN.matcher(text).replaceAll(" ").replaceAll("\\s+", " ").strip();
        int end = seen.codePointCount(0, seen.length()) <= most ? seen.length() : seen.offsetByCodePoints(0, most);
        return seen.isEmpty() ? null : seen.substring(0, end);
    }
}
