package org.lecturehalls.competitions.ranking.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.cli.CsvReader.Row;

/** A file of rows under named columns. Collects what is wrong with it, so that all of it is told at once. */
final class CsvFile {

    private final Path path;
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<Row> rows;
    private final List<String> problems = new ArrayList<>();

    private CsvFile(Path path, List<Row> rows) {
        this.path = path;
        this.rows = rows;
    }

    /** Reads a file that must have the given columns, in any order; others are let be. */
    static CsvFile read(Path path, List<String> wanted) throws BadInput {
        List<Row> rows = rows(path);
        if (rows.isEmpty()) {
            throw new BadInput("%s: line 1: the columns %s are missing".formatted(path, String.join(",", wanted)));
        }
        CsvFile file = new CsvFile(path, rows.subList(1, rows.size()));
        file.header(rows.get(0), wanted);
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    /** The field of a column, or null when it is empty or the row is too short, which is then noted. */
    @Nullable
    String required(Row row, String column) {
        String field = optional(row, column);
        if (field == null) {
            problem(row, column, "is empty");
        }
        return field;
    }

    /** The field of a column, or null when it is empty or the row is too short. */
    @Nullable
    String optional(Row row, String column) {
        int index = columns.getOrDefault(column, Integer.MAX_VALUE);
        if (index >= row.fields().size()) {
            return null;
        }
        String field = row.fields().get(index).strip();
        return field.isEmpty() ? null : field;
    }

    /** Notes what is wrong with a field. */
    void problem(Row row, String column, String what) {
        int number = columns.getOrDefault(column, -1) + 1;
        problems.add("%s: line %d, column %d (%s): %s".formatted(path, row.line(), number, column, what));
    }

    /** Gives up when anything was noted. */
    void check() throws BadInput {
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
    }

    private void header(Row header, List<String> wanted) throws BadInput {
        for (int i = 0; i < header.fields().size(); i++) {
            String name = header.fields().get(i).strip();
            if (columns.put(name, i) != null && wanted.contains(name)) {
                throw new BadInput(
                        "%s: line %d, column %d: a second column %s".formatted(path, header.line(), i + 1, name));
            }
        }
        List<String> missing =
                wanted.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new BadInput("%s: line %d: there is no column %s; expected %s"
                    .formatted(path, header.line(), String.join(", ", missing), String.join(",", wanted)));
        }
        for (Row row : rows) {
            if (row.fields().size() != header.fields().size()) {
                problems.add("%s: line %d, column %d: %d fields where the header has %d"
                        .formatted(
                                path,
                                row.line(),
                                Math.min(row.fields().size(), header.fields().size()) + 1,
                                row.fields().size(),
                                header.fields().size()));
            }
        }
    }

    private static List<Row> rows(Path path) throws BadInput {
        try {
            return CsvReader.read(text(path));
        } catch (BadInput e) {
            throw new BadInput(
                    e.problems().stream().map(each -> path + ": " + each).toList());
        }
    }

    private static String text(Path path) throws BadInput {
        ByteBuffer bytes = ByteBuffer.wrap(bytes(path));
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new BadInput("line %d: not UTF-8; save the sheet as \"CSV UTF-8\"".formatted(lineOf(bytes)));
        }
    }

    private static byte[] bytes(Path path) throws BadInput {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new BadInput("cannot be read (%s)".formatted(e.getClass().getSimpleName()));
        }
    }

    /** The decoder stops before the first byte that it cannot read. */
    private static int lineOf(ByteBuffer bytes) {
        int line = 1;
        for (int i = 0; i < bytes.position(); i++) {
            line += bytes.get(i) == '\n' ? 1 : 0;
        }
        return line;
    }
}
