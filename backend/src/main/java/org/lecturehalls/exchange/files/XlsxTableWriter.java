package org.lecturehalls.exchange.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

final class XlsxTableWriter implements TableWriter {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Workbook workbook = new Workbook(bytes, "LectureHalls", "1.0");
    private final Worksheet sheet = workbook.newWorksheet("Sheet1");
    private int next;

    XlsxTableWriter() {
        sheet.freezePane(0, 1);
    }

    @Override
    public byte[] write(List<List<String>> rows) {
        for (List<String> row : rows) {
            for (int column = 0; column < row.size(); column++) {
                // Texts in place: the shared table of texts would be held until the end.
                sheet.inlineString(next, column, FormulaGuard.close(row.get(column)));
            }
            next++;
        }
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drain();
    }

    @Override
    public byte[] finish() {
        try {
            workbook.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drain();
    }

    private byte[] drain() {
        byte[] drained = bytes.toByteArray();
        bytes.reset();
        return drained;
    }
}
