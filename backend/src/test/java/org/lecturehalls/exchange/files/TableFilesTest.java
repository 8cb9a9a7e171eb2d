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
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertUnreadable("unpacks-too-large", zipOf("xl/sharedStrings.xml", WorkbookCheck.MAX_UNPACKED_BYTES + 1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "too-many-columns | <row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>",
                "no-workbook | <row r='1'><c r='A1'><v>twelve</v></c></row>",
                "no-workbook | <row r='1'><c r='?'><v>1</v></c></row>",
                "no-workbook | <row r='1'><c r='A1'><v>&secret;</v></c></row>",
                "no-workbook | <row r='1'><c r='A1'><v>1</v></row>"
            })
    void refusesWorkbooksThatLie(String code, String rows) throws IOException {
        assertUnreadable(code, workbook("", rows));
    }

    @Test
    void refusesMoreCellsThanExcelHasAndNumbersWithoutEnd() throws IOException {
        assertUnreadable("too-many-columns", workbook("", "<row r='1'>" + "<c/>".repeat(16_385) + "</row>"));
        assertUnreadable(
                "cell-too-long", workbook("", "<row r='1'><c r='A1'><v>" + "9".repeat(40_000) + "</v></c></row>"));
    }

    @Test
    void readsNoFilesFromOutside() throws IOException {
        String outside = "<!DOCTYPE worksheet [<!ENTITY secret SYSTEM 'file:///etc/hostname'>]>";

        assertUnreadable("no-workbook", workbook(outside, "<row r='1'><c r='A1'><v>&secret;</v></c></row>"));
    }

    @Test
    void readsWhatFormulasCameToAndMergedCellsOnce() throws IOException {
        String rows = "<row r='2'><c r='A2'><f>B2*1</f><v>4.51022101201E11</v></c>"
                + "<c r='B2' t='str'><f>A1&amp;A2</f><v>平马镇</v></c><c r='C2'><v>451022.0</v></c>"
                + "<c r='D2'><v>1e999999999</v></c><c r='E2' t='b'><v>1</v></c></row>"
                + "<row r='1048576'><c r='A1048576'/></row></sheetData><mergeCells count='1'>"
                + "<mergeCell ref='B2:B3'/></mergeCells><sheetData>";
        Path file = Files.write(folder.resolve("file"), workbook("", rows));

        List<TableRow> found = read(file);

        assertThat(found).hasSize(1);
        assertThat(found.get(0).number()).isEqualTo(2);
        assertThat(found.get(0).cells().subList(0, 3)).containsExactly("451022101201", "平马镇", "451022");
        assertThat(found.get(0).cells().get(3)).hasSizeLessThan(20);
    }

    /** A sound workbook whose sheet is another. */
    private byte[] workbook(String doctype, String rows) throws IOException {
        Path sound = folder.resolve("sound.xlsx");
        try (OutputStream out = Files.newOutputStream(sound)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            workbook.newWorksheet("a").value(0, 0, "text");
            workbook.finish();
        }
        String sheet = "<?xml version='1.0' encoding='UTF-8'?>" + doctype
                + "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'>"
                + "<dimension ref='A1:XFD1048576'/><sheetData>" + rows + "</sheetData></worksheet>";
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile from = new ZipFile(sound.toFile());
                ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (ZipEntry entry : Collections.list(from.entries())) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                boolean isSheet = entry.getName().startsWith("xl/worksheets/");
                zip.write(
                        isSheet
                                ? sheet.getBytes(StandardCharsets.UTF_8)
                                : from.getInputStream(entry).readAllBytes());
            }
        }
        return bytes.toByteArray();
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
