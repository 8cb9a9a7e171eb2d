package org.lecturehalls.exchange.files;

import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Leaves out blank rows, cleans the cells and stops at the limits, whatever the format below. */
final class BoundedRows implements TableRows {

    private final TableRows source;
    private @Nullable TableRow ahead;
    private int read;

    BoundedRows(TableRows source) {
        this.source = source;
    }

    @Override
    public boolean hasNext() {
        while (ahead == null && source.hasNext()) {
            TableRow row = clean(source.next());
            if (!row.isBlank()) {
                ahead = row;
            }
        }
        return ahead != null;
    }

    @Override
    public TableRow next() {
        if (!hasNext() || ahead == null) {
            throw new NoSuchElementException();
        }
        TableRow row = ahead;
        ahead = null;
        // The header is not counted.
        if (read++ > MAX_ROWS) {
            throw new UnreadableTableException("too-many-rows");
        }
        return row;
    }

    private static TableRow clean(TableRow row) {
        if (row.cells().size() > MAX_COLUMNS) {
            throw new UnreadableTableException("too-many-columns");
        }
        List<String> cells = row.cells().stream().map(BoundedRows::clean).toList();
        return new TableRow(row.number(), cells);
    }

    private static String clean(String cell) {
        if (cell.length() > MAX_CELL_LENGTH) {
            throw new UnreadableTableException("cell-too-long");
        }
        return FormulaGuard.open(cell.strip());
    }

    @Override
    public void close() {
        source.close();
    }
}
