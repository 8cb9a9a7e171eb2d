package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Runs the PDF tool on one file and understands what it reports. */
final class PdfProcess {

    private final DocumentSettings settings;
    private final Sandbox sandbox;
    private final Path fontCache;

    PdfProcess(DocumentSettings settings, Sandbox sandbox, Path fontCache) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.fontCache = fontCache;
    }

    /**
     * Leaves copies, text and pictures in the workspace.
     *
     * @param image hears the number of each page that was drawn
     * @return number of pages
     */
    int run(Workspace workspace, Path pdf, StopSignal stop, IntConsumer image) throws IOException, WorkException {
        Report report = new Report(image);
        SandboxCommand command = SandboxCommand.in(
                workspace, PdfToolArguments.of(settings, workspace, pdf, fontCache), settings.pdfLimits());
        SandboxResult result = sandbox.run(command, stop, report::line);
        if (report.refusal != null) {
            throw report.refusal;
        }
        if (result.successful() && report.pages > 0) {
            return report.pages;
        }
        if (result.exitCode() == PdfToolArguments.OUT_OF_MEMORY) {
            throw new RefusedException(RefusalCode.TOO_MANY_PIXELS, "A page needs more memory than is allowed.");
        }
        throw new WorkFailedException("The PDF tool " + result.describe() + ".", result.errorTail());
    }

    private static final class Report {

        private final IntConsumer image;
        private int pages;
        private @Nullable RefusedException refusal;

        private Report(IntConsumer image) {
            this.image = image;
        }

        private void line(String line) {
            String[] words = line.split(" ", 3);
            switch (words[0]) {
                case "pages" -> pages = Integer.parseInt(words[1]);
                case "image" -> image.accept(Integer.parseInt(words[1]));
                case "refused" -> refusal = new RefusedException(RefusalCode.valueOf(words[1]), words[2]);
                default -> {}
            }
        }
    }
}
