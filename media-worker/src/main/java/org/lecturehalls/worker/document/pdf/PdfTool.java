package org.lecturehalls.worker.document.pdf;

import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.lecturehalls.media.contract.RefusalCode;

/**
 * Makes of one untrusted PDF: a copy for readers, a copy for judges, the text, and drawings of the pages. Tells what happens on
 * standard output, one line each: {@code pages N}, {@code image N}, {@code refused CODE why}.
 */
public final class PdfTool {

    public static final String READER_COPY = "document.pdf";
    public static final String BLIND_COPY = "blind.pdf";
    public static final String TEXT = "text.txt";

    private final Path source;
    private final Path out;
    private final Path drawings;
    private final int maxPages;
    private final int maxImages;
    private final int imageSide;
    private final PrintStream report;

    private PdfTool(String[] args, PrintStream report) {
        source = Path.of(args[0]);
        out = Path.of(args[1]);
        drawings = Path.of(args[2]);
        maxPages = Integer.parseInt(args[3]);
        maxImages = Integer.parseInt(args[4]);
        imageSide = Integer.parseInt(args[5]);
        this.report = report;
    }

    /** @param args source, folder for results, folder for drawings, most pages, most drawings, longer side of a drawing */
    public static void main(String[] args) throws IOException {
        try (PrintStream report = new PrintStream(
                new java.io.FileOutputStream(java.io.FileDescriptor.out), true, StandardCharsets.UTF_8)) {
            new PdfTool(args, report).run();
        }
    }

    /** Name of the drawing of a page, counted from 1. */
    public static String drawingName(int page) {
        return String.format(Locale.ROOT, "page-%04d.jpg", page);
    }

    private void run() throws IOException {
        try (PDDocument document = open(source.toFile())) {
            work(document);
        } catch (InvalidPasswordException e) {
            refuse(RefusalCode.PDF_PASSWORD, "The PDF opens only with a password.");
        } catch (OutOfMemoryError e) {
            refuse(RefusalCode.TOO_MANY_PIXELS, "A page needs more memory than is allowed.");
        } catch (IOException | RuntimeException | StackOverflowError e) {
            refuse(
                    RefusalCode.DAMAGED,
                    "The PDF cannot be read: " + e.getClass().getSimpleName() + ".");
        }
    }

    private void work(PDDocument document) throws IOException {
        int pages = document.getNumberOfPages();
        if (pages == 0) {
            refuse(RefusalCode.DAMAGED, "The PDF has no pages.");
            return;
        }
        if (pages > maxPages) {
            refuse(RefusalCode.TOO_MANY_PAGES, pages + " pages; at most " + maxPages + " are accepted.");
            return;
        }
        report.println("pages " + pages);
        copies(document);
        PdfText.write(document, out.resolve(TEXT));
        new PageImages(document, imageSide)
                .write(drawings, Math.min(pages, maxImages), page -> report.println("image " + page));
    }

    /** The rest works on the scrubbed document as well, so that nothing in it is ever followed. */
    private void copies(PDDocument document) throws IOException {
        File reader = out.resolve(READER_COPY).toFile();
        // The owner's wish that nobody copies or prints is for readers to follow; the file opens without a password.
        document.setAllSecurityToBeRemoved(true);
        PdfScrubber.removeActiveContent(document);
        document.save(reader);
        try (PDDocument copy = open(reader)) {
            PdfScrubber.removeAuthors(copy);
            copy.save(out.resolve(BLIND_COPY).toFile());
        }
    }

    private static PDDocument open(File file) throws IOException {
        return Loader.loadPDF(file, IOUtils.createTempFileOnlyStreamCache());
    }

    private void refuse(RefusalCode code, String why) {
        report.println("refused " + code + " " + why);
    }
}
