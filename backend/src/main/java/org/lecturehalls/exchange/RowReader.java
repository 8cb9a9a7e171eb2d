package org.lecturehalls.exchange;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lecturehalls.exchange.files.TableRow;
import org.lecturehalls.exchange.files.TableRows;
import org.lecturehalls.exchange.files.UnreadableTableException;
import org.lecturehalls.platform.FieldProblem;

/**
 * Reads a file as rows of one list, some at a time, and finds everything that is wrong with a row by itself. Blocks.
 * When columns are missing, that is all there is to say about the file.
 */
final class RowReader<I> implements Iterator<List<ParsedRow<I>>>, AutoCloseable {

    private static final int BATCH = 500;

    private final ExchangedList<I> list;
    private final Validator validator;
    private final TableRows rows;
    private final Map<String, Integer> places;
    private final Map<String, Integer> firstRows = new HashMap<>();
    private List<ParsedRow<I>> header;

    RowReader(ExchangedList<I> list, Validator validator, Path file) {
        this.list = list;
        this.validator = validator;
        this.rows = TableRows.open(file);
        if (!rows.hasNext()) {
            rows.close();
            throw new UnreadableTableException("empty-table");
        }
        TableRow first = rows.next();
        this.places = new LinkedHashMap<>();
        List<FieldProblem> problems = new ArrayList<>();
        for (int i = 0; i < first.cells().size(); i++) {
            place(first.cell(i), i, problems);
        }
        list.columns().stream()
                .filter(column -> !column.absent() && !places.containsKey(column.id()))
                .forEach(column -> problems.add(FieldProblem.of(column.id(), "missing-column")));
        this.header =
                problems.isEmpty() ? List.of() : List.of(new ParsedRow<>(first.number(), Map.of(), null, problems));
    }

    private void place(String heading, int index, List<FieldProblem> problems) {
        if (heading.isEmpty()) {
            return;
        }
        list.columns().stream()
                .filter(column -> column.isHeadedBy(heading))
                .findFirst()
                .ifPresentOrElse(
                        column -> {
                            if (places.putIfAbsent(column.id(), index) != null) {
                                problems.add(FieldProblem.of(column.id(), "repeated-column"));
                            }
                        },
                        () -> problems.add(FieldProblem.of(heading, "unknown-column")));
    }

    @Override
    public boolean hasNext() {
        return !header.isEmpty() || !isBroken() && rows.hasNext();
    }

    private boolean isBroken() {
        return list.columns().stream().anyMatch(column -> !column.absent() && !places.containsKey(column.id()));
    }

    @Override
    public List<ParsedRow<I>> next() {
        if (!header.isEmpty()) {
            List<ParsedRow<I>> problems = header;
            header = List.of();
            return problems;
        }
        List<ParsedRow<I>> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && rows.hasNext()) {
            batch.add(parse(rows.next()));
        }
        return batch;
    }

    private ParsedRow<I> parse(TableRow row) {
        Map<String, String> cells = new HashMap<>();
        places.forEach((column, place) -> cells.put(column, row.cell(place)));
        RowCells reading = new RowCells(cells);
        list.columns().stream()
                .filter(column -> column.required() && reading.text(column.id()).isEmpty())
                .forEach(column -> reading.note(column.id(), "not-blank"));
        I input = list.read(reading);
        List<FieldProblem> problems = new ArrayList<>(reading.problems());
        addViolations(input, problems);
        addRepetition(row.number(), list.key(input), problems);
        return new ParsedRow<>(row.number(), cells, problems.isEmpty() ? input : null, problems);
    }

    /** Each cell is named once, by what was found first. */
    private void addViolations(I input, List<FieldProblem> problems) {
        Set<String> named = problems.stream().map(FieldProblem::field).collect(Collectors.toSet());
        for (ConstraintViolation<I> violation : validator.validate(input)) {
            String column = violation.getPropertyPath().iterator().next().getName();
            if (named.add(column)) {
                problems.add(FieldProblem.of(column, code(violation)));
            }
        }
    }

    private static String code(ConstraintViolation<?> violation) {
        String name = violation
                .getConstraintDescriptor()
                .getAnnotation()
                .annotationType()
                .getSimpleName();
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    private void addRepetition(int row, String key, List<FieldProblem> problems) {
        Integer first = key.isEmpty() ? null : firstRows.putIfAbsent(key, row);
        if (first != null) {
            problems.add(FieldProblem.of(list.columns().get(0).id(), "repeats-row", first));
        }
    }

    @Override
    public void close() {
        rows.close();
    }
}
