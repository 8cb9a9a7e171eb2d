package org.lecturehalls.competitions.audit;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * JSON of maps, lists, texts, whole numbers and truth values, written in one way only: without blanks, in the order of
 * the map. The log hashes what is written, so what writes it must never change its mind; decimals are texts.
 */
public final class Json {

    private Json() {}

    /** @throws IllegalArgumentException for a value that is none of the kinds */
    public static String write(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    /** @throws IllegalArgumentException when the text is not JSON of these kinds, and where */
    public static @Nullable Object read(String text) {
        return new JsonReader(text).whole();
    }

    private static void write(@Nullable Object value, StringBuilder out) {
        if (value == null || value instanceof Boolean || value instanceof Integer || value instanceof Long) {
            out.append(value);
        } else if (value instanceof String text) {
            text(text, out);
        } else if (value instanceof Map<?, ?> map) {
            object(map, out);
        } else if (value instanceof List<?> list) {
            array(list, out);
        } else {
            throw new IllegalArgumentException("Not for the log: " + value.getClass());
        }
    }

    private static void object(Map<?, ?> map, StringBuilder out) {
        out.append('{');
        String separator = "";
        for (Map.Entry<?, ?> each : map.entrySet()) {
            out.append(separator);
            text((String) each.getKey(), out);
            out.append(':');
            write(each.getValue(), out);
            separator = ",";
        }
        out.append('}');
    }

    private static void array(List<?> list, StringBuilder out) {
        out.append('[');
        String separator = "";
        for (Object each : list) {
            out.append(separator);
            write(each, out);
            separator = ",";
        }
        out.append(']');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20 || c == 0x7f || Character.isSurrogate(c) || c == '\u2028' || c == '\u2029') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
