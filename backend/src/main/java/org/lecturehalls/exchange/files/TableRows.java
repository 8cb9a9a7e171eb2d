package org.lecturehalls.exchange.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

/** The rows of one file in order, blank ones left out. Reading blocks; only the row in hand is held. */
public interface TableRows extends Iterator<TableRow>, AutoCloseable {

    /** More rows than this are not read, so that a wrong file can't keep the platform busy for hours. */
    int MAX_ROWS = 100_000;

    int MAX_COLUMNS = 200;

    /** Excel's own limit for the text of a cell. */
    int MAX_CELL_LENGTH = 32_767;

    /** @throws UnreadableTableException when the file is no table */
    static TableRows open(Path file) {
        try {
            TableRows rows = switch (TableFormat.recognise(file)) {
                case CSV -> CsvRows.open(file);
                case XLSX -> XlsxRows.open(file);
            };
            return new BoundedRows(rows);
        } catch (IOException unreadable) {
            throw new UnreadableTableException("unreadable", unreadable);
        }
    }

    @Override
    void close();
}
