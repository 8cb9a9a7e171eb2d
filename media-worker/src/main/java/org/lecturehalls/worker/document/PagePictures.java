package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.document.pdf.PdfTool;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Makes WebP pictures of drawn pages, a third smaller than the same in JPEG, a few pages at a time. */
final class PagePictures {

    private final DocumentSettings settings;
    private final Path ffmpeg;
    private final Sandbox sandbox;

    PagePictures(DocumentSettings settings, Path ffmpeg, Sandbox sandbox) {
        this.settings = settings;
        this.ffmpeg = ffmpeg;
        this.sandbox = sandbox;
    }

    /** Leaves a picture of each page in the workspace, and takes the drawings away. */
    List<Path> of(int pages, Workspace workspace, StopSignal stop) throws IOException, WorkException {
        List<Path> pictures = new ArrayList<>();
        for (int from = 1; from <= pages; from += PageArguments.AT_ONCE) {
            int some = Math.min(PageArguments.AT_ONCE, pages - from + 1);
            run(PageArguments.of(from, some), workspace, stop);
            for (int page = from; page < from + some; page++) {
                Files.deleteIfExists(drawing(workspace, page));
                pictures.add(workspace.out().resolve(PageArguments.imageName(page)));
            }
        }
        return List.copyOf(pictures);
    }

    private void run(List<String> arguments, Workspace workspace, StopSignal stop) throws IOException, WorkException {
        List<String> command = new ArrayList<>(List.of(ffmpeg.toString()));
        command.addAll(arguments);
        SandboxResult result =
                sandbox.run(SandboxCommand.in(workspace, command, settings.pictureLimits()), stop, line -> {});
        if (!result.successful()) {
            throw new WorkFailedException("ffmpeg " + result.describe() + ".", result.errorTail());
        }
    }

    private static Path drawing(Workspace workspace, int page) {
        return workspace.folder().resolve(PageArguments.DRAWINGS).resolve(PdfTool.drawingName(page));
    }
}
