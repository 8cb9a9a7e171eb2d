package org.lecturehalls.worker.document.pdf;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** Writes the text of a PDF as UTF-8, page by page. */
final class PdfText {

    private PdfText() {}

    static void write(PDDocument document, Path file) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            stripper.writeText(document, writer);
        }
    }
}
