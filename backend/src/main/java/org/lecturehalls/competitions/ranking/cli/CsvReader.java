package org.lecturehalls.competitions.ranking.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them: fields may be quoted, a quote in a quoted field is doubled, and a
 * quoted field may go over several lines. Lines end in LF, CRLF or CR; empty lines are skipped.
 */
final class CsvReader {

    private final String text;
    private int position;
    private int line = 1;

    private CsvReader(String text) {
        this.text = text;
    }

    /** A row and the line on which it starts, from 1. */
    record Row(int line, List<String> fields) {}

    /** Answers all rows, the header among them. */
    static List<Row> read(String text) throws BadInput {
        CsvReader reader = new CsvReader(text);
        List<Row> rows = new ArrayList<>();
        while (reader.position < text.length()) {
            Row row = reader.row();
            boolean empty = row.fields().size() == 1 && row.fields().get(0).isBlank();
            if (!empty) {
                rows.add(row);
            }
        }
        return rows;
    }

    private Row row() throws BadInput {
        int start = line;
        List<String> fields = new ArrayList<>();
        do {
            fields.add(atEnd() || text.charAt(position) != '"' ? plain() : quoted(start, fields.size() + 1));
        } while (skip(','));
        if (!atEnd() && !endOfLine()) {
            throw new BadInput("line %d, column %d: text after a closing quote".formatted(line, fields.size()));
        }
        return new Row(start, fields);
    }

    private String plain() {
        int start = position;
        while (!atEnd() && ",\r\n".indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private String quoted(int startLine, int column) throws BadInput {
        StringBuilder field = new StringBuilder();
        position++;
        while (!atEnd()) {
            if (skip('"')) {
                if (!skip('"')) {
                    return field.toString();
                }
                field.append('"');
            } else if (!endOfLine()) {
                field.append(text.charAt(position++));
            } else {
                field.append('\n');
            }
        }
        throw new BadInput("line %d, column %d: a quote is not closed".formatted(startLine, column));
    }

    private boolean endOfLine() {
        boolean ended = skip('\r');
        ended |= skip('\n');
        line += ended ? 1 : 0;
        return ended;
    }

    private boolean skip(char wanted) {
        boolean there = !atEnd() && text.charAt(position) == wanted;
        position += there ? 1 : 0;
        return there;
    }

    private boolean atEnd() {
        return position >= text.length();
    }
}
