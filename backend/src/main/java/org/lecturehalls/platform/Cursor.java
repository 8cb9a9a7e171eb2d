package org.lecturehalls.platform;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;

/**
 * A place in a sorted list: the sort values of the last item seen. Opaque to callers; whoever reads one checks its
 * values, since anybody can make one.
 *
 * @param values without line breaks
 */
public record Cursor(List<String> values) {

    private static final int MAX_LENGTH = 512;
    private static final String SEPARATOR = "\n";

    public static Cursor of(String... values) {
        return new Cursor(List.of(values));
    }

    public String encode() {
        byte[] bytes = String.join(SEPARATOR, values).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidInputException when the text was not made by {@link #encode()} */
    public static Cursor parse(String text) {
        try {
            if (text.isEmpty() || text.length() > MAX_LENGTH) {
                throw new IllegalArgumentException("length");
            }
            String joined = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            return new Cursor(List.of(joined.split(SEPARATOR, -1)));
        } catch (IllegalArgumentException e) {
            throw bad();
        }
    }

    /** The value at a position. @throws InvalidInputException when there are fewer */
    public String value(int index) {
        if (index >= values.size()) {
            throw bad();
        }
        return values.get(index);
    }

    /** The same as a number. @throws InvalidInputException when it is none */
    public int integer(int index) {
        return read(index, Integer::parseInt);
    }

    /** The same as a number. @throws InvalidInputException when it is none */
    public long number(int index) {
        return read(index, Long::parseLong);
    }

    /** The same as a time, written as RFC 3339. @throws InvalidInputException when it is none */
    public Instant instant(int index) {
        return read(index, Instant::parse);
    }

    /** The same as a time, written as milliseconds since 1970. @throws InvalidInputException when it is none */
    public Instant millis(int index) {
        return Instant.ofEpochMilli(number(index));
    }

    private <T> T read(int index, Function<String, T> parse) {
        String text = value(index);
        try {
            return parse.apply(text);
        } catch (NumberFormatException | DateTimeParseException notOurs) {
            throw bad();
        }
    }

    private static InvalidInputException bad() {
        return new InvalidInputException(List.of(FieldProblem.of("after", "bad-cursor")));
    }
}
