package org.lecturehalls.exchange.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableFilesTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void readsBackWhatItWrote(TableFormat format) throws IOException {
        List<List<String>> rows = List.of(
                List.of("编号", "名称", "地址"),
                List.of("451022001", "百色山歌讲习所", "田东县,平马镇\n\"广场\"旁"),
                List.of("000017", "", "=HYPERLINK(\"http://example.org\")"),
                List.of("-5", "+1", "'=quoted"));

        assertThat(read(written(format, rows))).extracting(TableRow::cells).containsExactlyElementsOf(rows);
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void writesManyRowsInPieces(TableFormat format) throws IOException {
        TableWriter writer = TableWriter.of(format);
        Path file = folder.resolve("many");
        int largest = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int batch = 0; batch < 100; batch++) {
                byte[] piece = writer.write(batchOf(500, batch * 500));
                largest = Math.max(largest, piece.length);
                out.write(piece);
            }
            out.write(writer.finish());
        }

        assertThat(largest).isLessThan(200_000);
        try (TableRows rows = TableRows.open(file)) {
            int count = 0;
            while (rows.hasNext()) {
                assertThat(rows.next().number()).isEqualTo(++count);
            }
            assertThat(count).isEqualTo(50_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@cmd", "\tx", "\rx"})
    void neutralisesFormulas(String cell) {
        String csv = new String(TableWriter.of(TableFormat.CSV).write(List.of(List.of(cell))), StandardCharsets.UTF_8);

        assertThat(csv.replace("\uFEFF", "").replace("\"", "")).startsWith("'" + cell.charAt(0));
    }

    @Property
    void guardingIsUndoneByReading(@ForAll String cell) {
        assertThat(FormulaGuard.open(FormulaGuard.close(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GBK", "GB18030"})
    void readsCsvInTheEncodingsThatChineseExcelWrites(String charset) throws IOException {
        Path file = folder.resolve("halls.csv");
        Files.writeString(file, "编号,名称\r\n1,平马镇讲习所\r\n", Charset.forName(charset));

        assertThat(read(file)).extracting(TableRow::cells).contains(List.of("1", "平马镇讲习所"));
    }

    @Test
    void keepsRowNumbersAcrossBlankRows() throws IOException {
        Path file = folder.resolve("halls.csv");
        Files.writeString(file, "编号,名称\n\n1,甲\n,\n2,乙\n");

        assertThat(read(file)).extracting(TableRow::number).containsExactly(1, 3, 5);
    }

    @Test
    void readsLongCodesAndDatesOfExcel() throws IOException {
        Path file = folder.resolve("codes.xlsx");
        try (OutputStream out = Files.newOutputStream(file)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            var sheet = workbook.newWorksheet("a");
            sheet.value(0, 0, 451_022_101_201L);
            sheet.value(0, 1, LocalDate.of(2026, 3, 8));
            sheet.style(0, 1).format("yyyy-MM-dd").set();
            sheet.value(0, 2, 106.5);
            workbook.finish();
        }

        assertThat(read(file).get(0).cells()).containsExactly("451022101201", "2026-03-08", "106.5");
    }

    @Test
    void refusesWhatIsNoTable() throws IOException {
        assertUnreadable("old-excel", new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2});
        assertUnreadable("unknown-encoding", new byte[] {1, 0, 0, (byte) 0xFF, 2});
        assertUnreadable("no-workbook", zipOf("readme.txt", 10));
        assertUnreadable("malformed-csv", "a,b\n\"never closed,1\n".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void refusesAnArchiveThatUnpacksTooLarge() throws IOException {
        assertUnreadable("unpacks-too-large", zipOf("xl/sharedStrings.xml", XlsxRows.MAX_UNPACKED_BYTES + 1));
    }

    private void assertUnreadable(String code, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve("file"), content);
        assertThatThrownBy(() -> read(file))
                .isInstanceOfSatisfying(
                        UnreadableTableException.class,
                        e -> assertThat(e.code()).isEqualTo(code));
    }

    private static byte[] zipOf(String name, long size) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            byte[] block = new byte[1 << 16];
            for (long written = 0; written < size; written += block.length) {
                zip.write(block);
            }
        }
        return bytes.toByteArray();
    }

    private Path written(TableFormat format, List<List<String>> rows) throws IOException {
        TableWriter writer = TableWriter.of(format);
        Path file = folder.resolve("table." + format.extension());
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(writer.write(rows));
            out.write(writer.finish());
        }
        return file;
    }

    private static List<TableRow> read(Path file) {
        List<TableRow> found = new ArrayList<>();
        try (TableRows rows = TableRows.open(file)) {
            rows.forEachRemaining(found::add);
        }
        return found;
    }

    private static List<List<String>> batchOf(int size, int from) {
        List<List<String>> rows = new ArrayList<>();
        for (int i = from; i < from + size; i++) {
            rows.add(List.of("HALL-" + i, "讲习所 " + i, "百色市 " + i + " 号"));
        }
        return rows;
    }
}
