package org.lecturehalls.worker.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Documents;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.support.OleFiles;
import org.lecturehalls.worker.support.PdfFiles;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;
import org.springframework.util.unit.DataSize;

/** The whole work on a document, with real LibreOffice and the PDF tool as the process it is. */
class DocumentWorkTest {

    private static final DocumentSettings SETTINGS = new DocumentSettings(
            5,
            2,
            1240,
            100,
            DataSize.ofMegabytes(8),
            50,
            DataSize.ofMegabytes(1),
            DataSize.ofGigabytes(4),
            DataSize.ofMegabytes(300),
            DataSize.ofMegabytes(64),
            Duration.ofMinutes(2),
            Duration.ofMinutes(2));

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static DocumentWork work;

    @BeforeAll
    static void open() throws Exception {
        sandbox = new Sandbox();
        Path soffice = SofficeLocator.locate(null).orElseThrow();
        Path cache = Files.createDirectory(folder.resolve("cache"));
        work = new DocumentWork(SETTINGS, sandbox, Footage.tools().ffmpeg(), soffice, cache);
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void makesPdfTextAndPicturesOfAWordDocument() throws Exception {
        Path source = Documents.word(folder.resolve("plan.docx"), "教学目标：振兴乡村");

        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Document made = work(source, workspace);

            assertThat(made.pages()).isEqualTo(1);
            assertThat(Files.readString(made.text())).contains("教学目标：振兴乡村");
            Path page = made.pageImages().get(0);
            String[] seen = Footage.probe(page, "-show_entries stream=codec_name,width,height -of csv=p=0")
                    .strip()
                    .split(",");
            assertThat(seen[0]).isEqualTo("webp");
            assertThat(Math.max(Integer.parseInt(seen[1]), Integer.parseInt(seen[2])))
                    .isBetween(1239, 1241);
            assertThat(workspace.folder().resolve(PageArguments.DRAWINGS)).isEmptyDirectory();
        }
    }

    @Test
    void namesNoAuthorInTheJudgesCopy() throws Exception {
        Path source = PdfFiles.withAuthor(folder.resolve("author.pdf"), "王老师");

        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Document made = work(source, workspace);

            try (PDDocument blind = Loader.loadPDF(made.blindPdf().toFile())) {
                assertThat(blind.getDocumentInformation().getAuthor()).isNull();
                assertThat(blind.getDocumentCatalog().getMetadata()).isNull();
                assertThat(blind.getPage(0)
                                .getAnnotations()
                                .get(0)
                                .getCOSObject()
                                .getString("T"))
                        .isNull();
            }
            try (PDDocument reader = Loader.loadPDF(made.pdf().toFile())) {
                assertThat(reader.getDocumentInformation().getAuthor()).isEqualTo("王老师");
            }
        }
    }

    @Test
    void removesScriptsLaunchesAndAttachmentsFromBothCopies() throws Exception {
        Path source = PdfFiles.active(folder.resolve("active.pdf"));

        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Document made = work(source, workspace);

            for (Path copy : new Path[] {made.pdf(), made.blindPdf()}) {
                assertThat(PdfFiles.allNames(copy))
                        .doesNotContain(
                                "JavaScript", "JS", "Launch", "EmbeddedFile", "EmbeddedFiles", "OpenAction", "AA")
                        .contains("URI");
            }
        }
    }

    @Test
    void refusesAPdfThatOpensOnlyWithAPassword() throws Exception {
        assertThat(refusal(PdfFiles.protectedBy(folder.resolve("user.pdf"), "owner", "user")))
                .isEqualTo(RefusalCode.PDF_PASSWORD);
    }

    @Test
    void acceptsAPdfThatOpensWithoutAPassword() throws Exception {
        Path source = PdfFiles.protectedBy(folder.resolve("owner.pdf"), "owner", "");

        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Document made = work(source, workspace);

            try (PDDocument copy = Loader.loadPDF(made.pdf().toFile())) {
                assertThat(copy.isEncrypted()).isFalse();
            }
        }
    }

    @Test
    void drawsTheFirstPagesOfALongDocument() throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            MediaResult.Document made = work(PdfFiles.pages(folder.resolve("four.pdf"), 4), workspace);

            assertThat(made.pages()).isEqualTo(4);
            assertThat(made.pageImages()).hasSize(2);
        }
    }

    @Test
    void refusesTooManyPages() throws Exception {
        assertThat(refusal(PdfFiles.pages(folder.resolve("six.pdf"), 6))).isEqualTo(RefusalCode.TOO_MANY_PAGES);
    }

    @Test
    void refusesAPdfThatIsNone() throws Exception {
        Path source = Files.writeString(folder.resolve("none.pdf"), "%PDF-1.7\nand nothing else");

        assertThat(refusal(source)).isEqualTo(RefusalCode.DAMAGED);
    }

    @Test
    void reachesNothingOutsideOfTheDocument() throws Exception {
        Path secret = Documents.openDocument(folder.resolve("secret.odt"), "SECRET");
        try (ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String address = "http://127.0.0.1:" + listener.getLocalPort() + "/x.dotx";
            Path word = Documents.word(
                    folder.resolve("template.docx"),
                    "words",
                    Map.of(
                            "word/_rels/document.xml.rels",
                            Documents.relationship(
                                    "rId1",
                                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                                    address,
                                    true)));
            Path linked = Documents.openDocument(folder.resolve("linked.odt"), """
                    words</text:p><text:section text:name="s"><text:section-source xlink:href="%s" xlink:type="simple"/>\
                    <text:p>old</text:p></text:section><text:section text:name="t"><text:section-source xlink:href="%s" \
                    xlink:type="simple"/><text:p>old</text:p></text:section><text:p>""".formatted(secret.toUri(), address));

            assertThat(textOf(word)).contains("words");
            assertThat(textOf(linked)).contains("words", "old").doesNotContain("SECRET");
            listener.setSoTimeout(1);
            assertThat(catchThrowableOfType(SocketTimeoutException.class, listener::accept))
                    .isNotNull();
        }
    }

    @Test
    void convertsTheOldBinaryFormat() throws Exception {
        Path source = OleFiles.wordDocument(folder, "老格式的教案");

        assertThat(textOf(source)).contains("老格式的教案");
    }

    @Test
    void refusesMacrosInEveryContainer() throws Exception {
        Path word = Documents.word(folder.resolve("macro.docx"), "x", Map.of("word/vbaProject.bin", "x"));
        Path text = Documents.openDocument(folder.resolve("macro.odt"), "x", Map.of("Basic/Standard/Module1.xml", "x"));

        assertThat(refusal(word)).isEqualTo(RefusalCode.DOCUMENT_MACROS);
        assertThat(refusal(text)).isEqualTo(RefusalCode.DOCUMENT_MACROS);
        assertThat(refusal(OleFiles.withEntries(folder.resolve("macro.doc"), "WordDocument", "Macros")))
                .isEqualTo(RefusalCode.DOCUMENT_MACROS);
    }

    @Test
    void refusesEncryptedDocuments() throws Exception {
        Path text = Documents.openDocument(
                folder.resolve("encrypted.odt"), "x", Map.of("META-INF/manifest.xml", "<manifest:encryption-data/>"));

        assertThat(refusal(text)).isEqualTo(RefusalCode.DOCUMENT_ENCRYPTED);
        assertThat(refusal(
                        OleFiles.withEntries(folder.resolve("encrypted.docx"), "EncryptionInfo", "EncryptedPackage")))
                .isEqualTo(RefusalCode.DOCUMENT_ENCRYPTED);
    }

    @Test
    void refusesBombsBySizeAndByRatio() throws Exception {
        String zeros = "0".repeat(3_000_000);
        Path ratio = Documents.word(folder.resolve("ratio.docx"), "x", Map.of("word/a.xml", zeros));
        Path size = Documents.word(folder.resolve("size.docx"), "x", Map.of("a", zeros, "b", zeros, "c", zeros));

        assertThat(refusal(ratio)).isEqualTo(RefusalCode.ZIP_BOMB);
        assertThat(refusal(size)).isEqualTo(RefusalCode.ZIP_BOMB);
    }

    @Test
    void refusesEntriesThatClimbOut() throws Exception {
        for (String name : new String[] {"../../x", "word/../../x", "/etc/x", "..\\x", "C:\\x"}) {
            Path source = Documents.word(folder.resolve("climb.docx"), "x", Map.of(name, "x"));
            assertThat(refusal(source)).isEqualTo(RefusalCode.ZIP_ENTRY_ESCAPES);
        }
    }

    @Test
    void tellsACutFileFromABrokenOne() throws Exception {
        byte[] whole = Files.readAllBytes(Documents.word(folder.resolve("whole.docx"), "x"));
        byte[] broken = whole.clone();
        Arrays.fill(broken, broken.length - 22, broken.length, (byte) 0);

        assertThat(refusal(Files.write(folder.resolve("cut.docx"), Arrays.copyOf(whole, 300))))
                .isEqualTo(RefusalCode.TRUNCATED);
        assertThat(refusal(Files.write(folder.resolve("broken.docx"), broken))).isEqualTo(RefusalCode.DAMAGED);
    }

    @Test
    void refusesOtherThingsInTheSameContainers() throws Exception {
        Path zip = Documents.zip(folder.resolve("any.docx"), Map.of("readme.txt", "x"));

        assertThat(refusal(zip)).isEqualTo(RefusalCode.UNKNOWN_KIND);
        assertThat(refusal(OleFiles.withEntries(folder.resolve("book.doc"), "Workbook")))
                .isEqualTo(RefusalCode.UNKNOWN_KIND);
    }

    private static String textOf(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            return Files.readString(work(source, workspace).text(), StandardCharsets.UTF_8);
        }
    }

    private static MediaResult.Document work(Path source, Workspace workspace) throws Exception {
        Files.copy(source, workspace.source());
        FileFormat format = new Recogniser()
                .recognise(
                        workspace.source(),
                        new Source(MediaKind.DOCUMENT, source.getFileName().toString(), ""));
        return work.process(workspace, format, new StopSignal(), (step, percent) -> {});
    }

    private static RefusalCode refusal(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            return catchThrowableOfType(RefusedException.class, () -> work(source, workspace))
                    .code();
        }
    }
}
