package org.lecturehalls.media.captions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of a caption, made harmless: bold, italics and underlining stay and are closed again; every other tag goes, its
 * text stays; what is left of angle brackets is shown as such. Nothing stays that cannot be seen, such as control
 * characters or marks that turn the direction of writing.
 *
 * @param clean harmless
 * @param changed whether something was taken out
 */
record CaptionText(String clean, boolean changed) {

    private static final Pattern TAG =
            Pattern.compile("<(?=[/!?A-Za-z0-9])/?([A-Za-z][A-Za-z0-9]{0,15})?[^<>\\n]{0,300}>");
    private static final Pattern UNSEEN = Pattern.compile(
            "[\\p{Cc}&&[^\\n]]|[\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]|\\p{Cs}|\\p{Co}");
    private static final Set<String> KEPT = Set.of("b", "i", "u");
    private static final int MOST_CHARACTERS = 500;
    private static final int MOST_LINES = 6;

    /** Harmless WebVTT cue text, empty when there is nothing to read; and whether a reader could miss something of it. */
    static CaptionText of(String text) {
        String clean = clean(text);
        return new CaptionText(clean, !bare(clean).equals(bare(text)));
    }

    /** Without what is written differently and looks the same. */
    private static String bare(String text) {
        return text.replaceAll("\\s|</?[biuBIU]>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
    }

    private static String clean(String text) {
        String seen = UNSEEN.matcher(text.replace("\r", "").replace('\t', ' ')).replaceAll("");
        String lines = decoded(seen)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(MOST_LINES)
                .collect(Collectors.joining("\n"));
        String cleaned = tagged(shortened(lines)).strip();
        return TAG.matcher(cleaned).replaceAll("").isBlank() ? "" : cleaned;
    }

    private static String shortened(String text) {
        if (text.codePointCount(0, text.length()) <= MOST_CHARACTERS) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, MOST_CHARACTERS)) + "…";
    }

    /** Of the characters that have names, those that cannot be seen. */
    private static String decoded(String text) {
        return text.replace("&nbsp;", " ").replace("&lrm;", "").replace("&rlm;", "");
    }

    private static String tagged(String text) {
        StringBuilder made = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Matcher tag = TAG.matcher(text);
        int from = 0;
        while (tag.find()) {
            made.append(escaped(text.substring(from, tag.start())));
            from = tag.end();
            String name = tag.group(1) == null ? "" : tag.group(1).toLowerCase(Locale.ROOT);
            if (KEPT.contains(name)) {
                made.append(tag.group().startsWith("</") ? closed(open, name) : opened(open, name));
            }
        }
        made.append(escaped(text.substring(from)));
        while (!open.isEmpty()) {
            made.append("</").append(open.pop()).append('>');
        }
        return made.toString();
    }

    private static String opened(Deque<String> open, String name) {
        if (open.contains(name)) {
            return "";
        }
        open.push(name);
        return "<" + name + ">";
    }

    /** What was opened inside ends with it. */
    private static String closed(Deque<String> open, String name) {
        StringBuilder made = new StringBuilder();
        while (open.contains(name)) {
            made.append("</").append(open.pop()).append('>');
        }
        return made.toString();
    }

    private static String escaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
