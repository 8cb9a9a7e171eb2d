package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.worker.document.pdf.PdfTool;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** The work of a document job: check, convert to PDF, make harmless copies, text and pictures. */
public final class DocumentWork {

    private static final int INSPECTING = 5;
    private static final int CONVERTING = 10;
    private static final int RENDERING = 45;
    private static final int RENDERED = 85;

    private final DocumentSettings settings;
    private final Sandbox sandbox;
    private final @Nullable Path soffice;
    private final PdfProcess pdfs;
    private final PagePictures pictures;

    /**
     * @param ffmpeg makes the pictures of pages
     * @param soffice LibreOffice; null when it is missing, and then only PDF files can be worked on
     * @param cache folder that is kept between jobs
     */
    public DocumentWork(DocumentSettings settings, Sandbox sandbox, Path ffmpeg, @Nullable Path soffice, Path cache) {
        this.settings = settings;
        this.sandbox = sandbox;
        this.soffice = soffice;
        this.pdfs = new PdfProcess(settings, sandbox, cache);
        this.pictures = new PagePictures(settings, ffmpeg, sandbox);
    }

    /** Makes copies, text and pictures of the workspace's source. */
    public MediaResult.Document process(Workspace workspace, FileFormat format, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        progress.at(JobStep.INSPECTING, INSPECTING);
        Path pdf = format == FileFormat.PDF ? workspace.source() : convert(workspace, format, stop, progress);
        progress.at(JobStep.RENDERING_PAGES, RENDERING);
        int images = settings.maxPageImages();
        Files.createDirectory(workspace.folder().resolve(PageArguments.DRAWINGS));
        int pages =
                pdfs.run(workspace, pdf, stop, page -> progress.at(JobStep.RENDERING_PAGES, rendered(page, images)));
        return result(workspace, pages, pictures.of(Math.min(pages, images), workspace, stop));
    }

    private Path convert(Workspace workspace, FileFormat format, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        OfficeFormat office = format == FileFormat.OLE2
                ? OleCheck.check(workspace.source())
                : ZipCheck.check(workspace.source(), settings);
        if (soffice == null) {
            throw new WorkFailedException("This worker has no LibreOffice.");
        }
        progress.at(JobStep.CONVERTING, CONVERTING);
        return new LibreOffice(soffice, sandbox, settings.convertLimits()).convert(workspace, office, stop);
    }

    /** How many pages there will be is not known here, so progress slows down instead of standing still. */
    private static int rendered(int page, int most) {
        double share = Math.log1p(page) / Math.log1p(most);
        return RENDERING + (int) (Math.min(1, share) * (RENDERED - RENDERING));
    }

    private static MediaResult.Document result(Workspace workspace, int pages, List<Path> images)
            throws WorkFailedException {
        Path out = workspace.out();
        MediaResult.Document document = new MediaResult.Document(
                pages,
                out.resolve(PdfTool.READER_COPY),
                out.resolve(PdfTool.BLIND_COPY),
                out.resolve(PdfTool.TEXT),
                images);
        if (!document.files().stream().allMatch(Files::isRegularFile)) {
            throw new WorkFailedException("Verification failed: a copy or picture of the document is missing.");
        }
        return document;
    }
}
