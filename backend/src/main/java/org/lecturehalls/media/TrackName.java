package org.lecturehalls.media;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What captions are called that a file brought along. Files name languages by three letters (ISO 639-2, in both of its
 * spellings), players by two where there are two (BCP 47).
 *
 * @param language as BCP 47 writes it; {@code und} when it is not known
 * @param name what the player calls it
 */
record TrackName(String language, String name) {

    private static final String UNKNOWN = "und";
    private static final Pattern TAG = Pattern.compile("[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,1}");
    private static final Pattern UNSAFE = Pattern.compile("[\"\\p{Cntrl}\\p{Cf}]");
    private static final int MOST = 40;

    /** Spellings that no locale knows, of languages that have two. */
    private static final Map<String, String> BIBLIOGRAPHIC = Map.ofEntries(
            Map.entry("chi", "zh"),
            Map.entry("ger", "de"),
            Map.entry("fre", "fr"),
            Map.entry("dut", "nl"),
            Map.entry("gre", "el"),
            Map.entry("per", "fa"),
            Map.entry("cze", "cs"),
            Map.entry("bur", "my"),
            Map.entry("tib", "bo"),
            Map.entry("may", "ms"),
            Map.entry("rum", "ro"));

    private static final Map<String, String> BY_THREE_LETTERS = Arrays.stream(Locale.getISOLanguages())
            .filter(code -> !threeLetters(code).isEmpty())
            .collect(Collectors.toUnmodifiableMap(TrackName::threeLetters, code -> code, (a, b) -> a));

    private static String threeLetters(String code) {
        try {
            return Locale.forLanguageTag(code).getISO3Language();
        } catch (MissingResourceException e) {
            return "";
        }
    }

    static TrackName of(@Nullable String language, @Nullable String title) {
        String tag = tag(language);
        String given =
                title == null ? "" : UNSAFE.matcher(title).replaceAll(" ").strip();
        String name = given.isEmpty() ? nameOf(tag) : given;
        return new TrackName(tag, shortened(name, MOST));
    }

    private static String tag(@Nullable String language) {
        String said = language == null ? "" : language.strip().replace('_', '-');
        int dash = said.indexOf('-');
        String primary = (dash < 0 ? said : said.substring(0, dash)).toLowerCase(Locale.ROOT);
        String two = BIBLIOGRAPHIC.getOrDefault(primary, BY_THREE_LETTERS.getOrDefault(primary, primary));
        String tag = dash < 0 ? two : two + said.substring(dash);
        return TAG.matcher(tag).matches() ? tag : UNKNOWN;
    }

    /** A language's own name for itself. */
    private static String nameOf(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.equals(UNKNOWN) ? "字幕" : locale.getDisplayLanguage(locale);
    }

    private static String shortened(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, most)).strip();
    }

    /** Unlike all that are there: of two tracks in one language, the second is called so. */
    TrackName among(List<Caption> there) {
        TrackName free = this;
        for (int number = 2; taken(free, there); number++) {
            String end = " " + number;
            free = new TrackName(language + "-track" + number, shortened(name, MOST - end.length()) + end);
            if (there.stream().noneMatch(each -> each.language().equals(language))) {
                free = new TrackName(language, free.name());
            }
        }
        return free;
    }

    private static boolean taken(TrackName wanted, List<Caption> there) {
        return there.stream()
                .anyMatch(each ->
                        each.language().equals(wanted.language()) || each.name().equalsIgnoreCase(wanted.name()));
    }
}
