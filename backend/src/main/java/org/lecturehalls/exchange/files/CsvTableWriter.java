package org.lecturehalls.exchange.files;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

final class CsvTableWriter implements TableWriter {

    /** Without it Excel takes UTF-8 for the machine's old code page. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private boolean started;

    @Override
    public byte[] write(List<List<String>> rows) {
        StringWriter text = new StringWriter();
        if (!started) {
            text.write(BYTE_ORDER_MARK);
            started = true;
        }
        CsvWriter csv = CsvWriter.builder().bufferSize(0).build(text);
        for (List<String> row : rows) {
            csv.writeRecord(row.stream().map(FormulaGuard::close).toList());
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public byte[] finish() {
        return started ? new byte[0] : write(List.of());
    }
}
