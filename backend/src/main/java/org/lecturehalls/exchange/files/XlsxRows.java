package org.lecturehalls.exchange.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. */
final class XlsxRows implements TableRows {

    /** No double of Excel's has more digits than this, written out. */
    private static final int MOST_DIGITS = 330;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxRows open(Path file) throws IOException {
        WorkbookCheck.check(file);
        try {
            return new XlsxRows(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)));
        } catch (ExcelReaderException | IOException noWorkbook) {
            throw new UnreadableTableException("no-workbook", noWorkbook);
        }
    }

    @Override
    public boolean hasNext() {
        return parsed(rows::hasNext);
    }

    @Override
    public TableRow next() {
        return parsed(() -> row(rows.next()));
    }

    private static TableRow row(Row row) {
        List<String> cells = new ArrayList<>(row.getCellCount());
        for (Cell cell : row) {
            cells.add(text(cell));
        }
        return new TableRow(row.getRowNum(), cells);
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        if (cell.getValue() instanceof BigDecimal number) {
            return cell.getType() == CellType.NUMBER && isDate(cell) ? dateText(cell) : numberText(number);
        }
        return cell.getText();
    }

    /** Excel keeps dates as numbers; only the format tells them apart. */
    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.replaceAll("\\[[^\\]]*]|\"[^\"]*\"", "").matches("(?i).*[ymd年月日].*");
    }

    private static String dateText(Cell cell) {
        var time = cell.asDate();
        return time.toLocalTime().toSecondOfDay() == 0 ? time.toLocalDate().toString() : time.toString();
    }

    /** Long codes must not come out as 4.51022E+11. */
    private static String numberText(BigDecimal number) {
        if (number.signum() == 0) {
            return "0";
        }
        boolean huge = Math.abs((long) number.scale()) > MOST_DIGITS;
        return huge ? number.toString() : number.stripTrailingZeros().toPlainString();
    }

    private static <T> T parsed(Supplier<T> step) {
        try {
            return step.get();
        } catch (ExcelReaderException
                | UncheckedIOException
                | IllegalArgumentException
                | IndexOutOfBoundsException
                | DateTimeException malformed) {
            throw new UnreadableTableException("no-workbook", malformed);
        }
    }

    @Override
    public void close() {
        stream.close();
        try {
            workbook.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
