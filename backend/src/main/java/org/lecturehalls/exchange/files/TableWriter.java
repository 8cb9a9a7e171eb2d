package org.lecturehalls.exchange.files;

import java.util.List;

/**
 * Turns rows into a file piece by piece: each call answers the bytes that have become final, so that the whole is never
 * held. Cells that a spreadsheet program would run as formulas are neutralised.
 */
public interface TableWriter {

    static TableWriter of(TableFormat format) {
        return switch (format) {
            case CSV -> new CsvTableWriter();
            case XLSX -> new XlsxTableWriter();
        };
    }

    byte[] write(List<List<String>> rows);

    /** The file's last bytes. */
    byte[] finish();
}
