package org.lecturehalls.media;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person's file is called, for people to read and for nothing else: never part of a path, key or command. What
 * could make a list unreadable (control characters, marks that turn the direction of writing) is taken out.
 */
final class FileNames {

    static final int MAX_LENGTH = 200;
    private static final Pattern UNREADABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Cn}\\u2028\\u2029]");
    private static final Pattern TYPE =
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}/[A-Za-z0-9][A-Za-z0-9.+-]{0,99}");
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    private FileNames() {}

    /** The name as it is shown; its end, with the ending, is kept when it is too long. */
    static String shown(String given) {
        String name = UNREADABLE
                .matcher(Normalizer.normalize(given, Normalizer.Form.NFC))
                .replaceAll(" ")
                .strip();
        int surplus = name.length() - MAX_LENGTH;
        if (surplus <= 0) {
            return name;
        }
        boolean splitsPair = Character.isLowSurrogate(name.charAt(surplus));
        return name.substring(splitsPair ? surplus + 1 : surplus);
    }

    /** The claimed type when it has the form of one. */
    static String type(@Nullable String claimed) {
        String bare = claimed == null ? "" : claimed.split(";", 2)[0].strip();
        return TYPE.matcher(bare).matches() ? bare : UNKNOWN_TYPE;
    }
}
