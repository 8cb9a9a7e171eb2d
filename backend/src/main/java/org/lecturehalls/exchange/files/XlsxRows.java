package org.lecturehalls.exchange.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of a workbook. */
final class XlsxRows implements TableRows {

    /** A workbook of 100,000 rows unpacks to about a third of this. */
    static final long MAX_UNPACKED_BYTES = 128L << 20;

    private final ReadableWorkbook workbook;
    private final Stream<Row> stream;
    private final Iterator<Row> rows;

    private XlsxRows(ReadableWorkbook workbook) throws IOException {
        this.workbook = workbook;
        this.stream = workbook.getFirstSheet().openStream();
        this.rows = stream.iterator();
    }

    static XlsxRows open(Path file) throws IOException {
        refuseBomb(file);
        try {
            return new XlsxRows(new ReadableWorkbook(file.toFile(), new ReadingOptions(true, false)));
        } catch (ExcelReaderException | IOException noWorkbook) {
            throw new UnreadableTableException("no-workbook", noWorkbook);
        }
    }

    /** What the archive says of its own sizes may be a lie, so the bytes are counted. */
    private static void refuseBomb(Path file) throws IOException {
        byte[] buffer = new byte[65_536];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                try (InputStream in = zip.getInputStream(entries.nextElement())) {
                    for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                        total += length;
                        if (total > MAX_UNPACKED_BYTES) {
                            throw new UnreadableTableException("unpacks-too-large");
                        }
                    }
                }
            }
        }
    }

    @Override
    public boolean hasNext() {
        return parsed(rows::hasNext);
    }

    @Override
    public TableRow next() {
        Row row = parsed(rows::next);
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
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? dateText(cell) : numberText(cell.asNumber());
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
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static <T> T parsed(Supplier<T> step) {
        try {
            return step.get();
        } catch (ExcelReaderException | UncheckedIOException malformed) {
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
