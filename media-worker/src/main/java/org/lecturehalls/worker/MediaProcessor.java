package org.lecturehalls.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.worker.document.DocumentSettings;
import org.lecturehalls.worker.document.DocumentWork;
import org.lecturehalls.worker.document.SofficeLocator;
import org.lecturehalls.worker.photo.CoverWork;
import org.lecturehalls.worker.photo.PhotoSettings;
import org.lecturehalls.worker.photo.PhotoWork;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.video.FfmpegLocator;
import org.lecturehalls.worker.video.FfmpegTools;
import org.lecturehalls.worker.video.PackWork;
import org.lecturehalls.worker.video.VideoParts;
import org.lecturehalls.worker.video.VideoSettings;
import org.lecturehalls.worker.video.VideoWork;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Recognises a source and gives it to those who know its kind. */
final class MediaProcessor implements MediaWork, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(MediaProcessor.class);

    private final Sandbox sandbox;
    private final VideoWork videos;
    private final VideoParts parts;
    private final PackWork packs;
    private final PhotoWork photos;
    private final DocumentWork documents;
    private final boolean convertsDocuments;
    private final Recogniser recogniser;

    private MediaProcessor(
            Sandbox sandbox,
            VideoWork videos,
            VideoParts parts,
            PackWork packs,
            PhotoWork photos,
            DocumentWork documents,
            boolean convertsDocuments,
            Recogniser recogniser) {
        this.sandbox = sandbox;
        this.videos = videos;
        this.parts = parts;
        this.packs = packs;
        this.photos = photos;
        this.documents = documents;
        this.convertsDocuments = convertsDocuments;
        this.recogniser = recogniser;
    }

    /** Finds the programs and puts the parts together. */
    static MediaProcessor of(WorkerSettings worker, VideoSettings video, PhotoSettings photo, DocumentSettings document)
            throws IOException {
        Path tools = worker.folder().resolve("tools");
        Path cache = Files.createDirectories(worker.folder().resolve("cache"));
        FfmpegTools ffmpeg = FfmpegLocator.locate(worker.ffmpeg(), tools);
        LOG.info("Using {} in {}", ffmpeg.version(), ffmpeg.ffmpeg().getParent());
        @Nullable Path soffice = SofficeLocator.locate(worker.soffice()).orElse(null);
        Sandbox sandbox = new Sandbox();
        Recogniser recogniser = new Recogniser();
        PhotoWork photos = new PhotoWork(photo, ffmpeg, sandbox);
        return new MediaProcessor(
                sandbox,
                new VideoWork(video, ffmpeg, sandbox, new CoverWork(recogniser, photos)),
                new VideoParts(video, ffmpeg, sandbox),
                new PackWork(video, ffmpeg, sandbox),
                photos,
                new DocumentWork(document, sandbox, ffmpeg.ffmpeg(), soffice, cache),
                soffice != null,
                recogniser);
    }

    /** The work on parts of shared videos. */
    PartWork parts() {
        return parts;
    }

    /** The work on plain files. */
    PackWork packs() {
        return packs;
    }

    /** Whether LibreOffice was found, without which no document jobs are taken. */
    boolean convertsDocuments() {
        return convertsDocuments;
    }

    @Override
    public MediaResult process(Workspace workspace, Source source, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        FileFormat format = recogniser.recognise(workspace.source(), source);
        return switch (format.family()) {
            case MEDIA -> videos.process(workspace, format, source, stop, progress);
            case PICTURE -> photos.process(workspace, format, stop, progress);
            case OFFICE, PDF -> documents.process(workspace, format, stop, progress);
        };
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
