package org.lecturehalls.competitions.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what {@link Json} writes. */
final class JsonReader {

    /** Nothing in a log is nested deeper. */
    private static final int DEEPEST = 16;

    private final String text;
    private int at;
    private int depth;

    JsonReader(String text) {
        this.text = text;
    }

    @Nullable
    Object whole() {
        Object value = value();
        if (at < text.length()) {
            throw wrong("the end");
        }
        return value;
    }

    private @Nullable Object value() {
        char next = peek();
        if (next == '{') {
            return object();
        }
        if (next == '[') {
            return array();
        }
        if (next == '"') {
            return string();
        }
        return word();
    }

    private Map<String, @Nullable Object> object() {
        deeper();
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        expect('{');
        while (peek() != '}') {
            if (!map.isEmpty()) {
                expect(',');
            }
            String key = string();
            expect(':');
            if (map.containsKey(key)) {
                throw wrong("another key than \"" + key + "\" again");
            }
            map.put(key, value());
        }
        expect('}');
        depth--;
        return map;
    }

    private List<@Nullable Object> array() {
        deeper();
        List<@Nullable Object> list = new ArrayList<>();
        expect('[');
        while (peek() != ']') {
            if (!list.isEmpty()) {
                expect(',');
            }
            list.add(value());
        }
        expect(']');
        depth--;
        return list;
    }

    private String string() {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            read.append(c == '\\' ? escaped() : c);
        }
        expect('"');
        return read.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == '"' || c == '\\') {
            return c;
        }
        if (c != 'u' || at + 4 > text.length()) {
            throw wrong("an escape");
        }
        try {
            char code = (char) Integer.parseInt(text.substring(at, at + 4), 16);
            at += 4;
            return code;
        } catch (NumberFormatException e) {
            throw wrong("four hexadecimal digits");
        }
    }

    private @Nullable Object word() {
        int start = at;
        while (at < text.length() && ",]}".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String word = text.substring(start, at);
        return switch (word) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            default -> number(word);
        };
    }

    private Long number(String word) {
        try {
            return Long.valueOf(word);
        } catch (NumberFormatException e) {
            throw wrong("a value");
        }
    }

    private void deeper() {
        if (++depth > DEEPEST) {
            throw wrong("less nesting");
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("more");
        }
        return text.charAt(at);
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "'");
        }
        at++;
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("at character " + (at + 1) + " there should be " + expected);
    }
}
