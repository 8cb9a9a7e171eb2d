package org.lecturehalls.exchange;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.regions.RegionCode;

/**
 * The cells of one row by column. A cell that can't be read as what is asked for is noted as a problem and some harmless
 * value is answered, so that one pass finds all problems of the row.
 */
public final class RowCells {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*[;；、|\\n]\\s*");
    private static final RegionCode NO_REGION = new RegionCode("00");

    private final Map<String, String> cells;
    private final List<FieldProblem> problems = new ArrayList<>();

    /** @param cells texts by column id; a missing one is empty */
    public RowCells(Map<String, String> cells) {
        this.cells = Map.copyOf(cells);
    }

    public String text(String column) {
        return cells.getOrDefault(column, "");
    }

    public @Nullable String textOrNull(String column) {
        String text = text(column);
        return text.isEmpty() ? null : text;
    }

    /** Several texts in one cell, separated by {@code ; ； 、 |} or line breaks. */
    public List<String> texts(String column) {
        return Stream.of(SEPARATOR.split(text(column)))
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Several values in one cell, each read by a function that throws when its text is not right. */
    public <T> List<T> each(String column, String code, Function<String, T> reading) {
        List<T> values = new ArrayList<>();
        for (String text : texts(column)) {
            try {
                values.add(reading.apply(text));
            } catch (IllegalArgumentException | DateTimeException wrong) {
                note(column, code, text);
            }
        }
        return values;
    }

    public int number(String column) {
        return read(column, "not-a-number", text -> new BigDecimal(text).intValueExact())
                .orElse(0);
    }

    public @Nullable Double decimalOrNull(String column) {
        return read(column, "not-a-number", text -> new BigDecimal(text).doubleValue())
                .orElse(null);
    }

    public @Nullable LocalDate dateOrNull(String column) {
        return read(column, "not-a-date", LocalDate::parse).orElse(null);
    }

    public RegionCode region(String column) {
        return regionOrNull(column).orElse(NO_REGION);
    }

    public Optional<RegionCode> regionOrNull(String column) {
        return read(column, "not-a-region", RegionCode::new);
    }

    /** One of several named values, by the label that people write or by the constant's own name. */
    public <E extends Enum<E>> E choice(String column, Map<E, String> labels) {
        return choice(column, labels, Map.of());
    }

    /**
     * The same, where people are used to other words as well.
     *
     * @param also values by those words, which are read and never written
     */
    public <E extends Enum<E>> E choice(String column, Map<E, String> labels, Map<String, E> also) {
        E first = labels.keySet().iterator().next();
        return read(column, text -> choose(text, labels, also), "not-a-choice", String.join("、", labels.values()))
                .orElse(first);
    }

    public <E extends Enum<E>> List<E> choices(String column, Map<E, String> labels) {
        List<E> chosen = new ArrayList<>();
        for (String text : texts(column)) {
            try {
                chosen.add(choose(text, labels, Map.of()));
            } catch (IllegalArgumentException unknown) {
                note(column, "not-a-choice", String.join("、", labels.values()));
            }
        }
        return chosen;
    }

    private static <E extends Enum<E>> E choose(String text, Map<E, String> labels, Map<String, E> also) {
        E other = also.get(text);
        if (other != null) {
            return other;
        }
        return labels.entrySet().stream()
                .filter(entry ->
                        entry.getValue().equals(text) || entry.getKey().name().equalsIgnoreCase(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(text));
    }

    /** Reads a cell by a function that throws when the text is not right; an empty cell is nothing. */
    public <T> Optional<T> read(String column, String code, Function<String, T> reading) {
        return read(column, reading, code);
    }

    private <T> Optional<T> read(String column, Function<String, T> reading, String code, Object... args) {
        String text = text(column);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.apply(text));
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
            note(column, code, args);
            return Optional.empty();
        }
    }

    /** Notes that a cell is wrong. */
    public void note(String column, String code, Object... args) {
        problems.add(FieldProblem.of(column, code, args));
    }

    List<FieldProblem> problems() {
        return List.copyOf(problems);
    }
}
