package org.lecturehalls.worker.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;
import org.lecturehalls.worker.work.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works on one sample and puts the outcome in the words of the table. */
final class SampleJob {

    private static final Logger LOG = LoggerFactory.getLogger(SampleJob.class);
    private static final Set<String> DOCUMENTS =
            Set.of("doc", "docx", "docm", "odt", "odp", "ppt", "pptx", "pptm", "pdf");

    private static final Set<String> PHOTOS = Set.of("jpg", "jpeg", "png", "webp", "heic");

    private final SampleOptions options;
    private final MediaWork work;
    private final Workspaces workspaces;

    SampleJob(SampleOptions options, MediaWork work, Workspaces workspaces) {
        this.options = options;
        this.work = work;
        this.workspaces = workspaces;
    }

    Expectation run(String path, Path file, @Nullable Expectation wanted) throws IOException {
        MediaKind kind = wanted == null ? kind(path) : wanted.kind();
        try (Workspace workspace = workspaces.create()) {
            Files.copy(file, workspace.source());
            Source source = new Source(kind, file.getFileName().toString(), "", SoundChoice.SPEECH, null, false, true);
            MediaResult result = work.process(workspace, source, new StopSignal(), (step, percent) -> {});
            keep(path, result);
            return ready(path, kind, result);
        } catch (RefusedException e) {
            LOG.info("{}: {}", path, e.getMessage());
            return new Expectation(path, kind, "REFUSED", e.code().name(), "-");
        } catch (WorkFailedException e) {
            LOG.info("{}: {}\n{}", path, e.getMessage(), e.outputTail());
            return new Expectation(path, kind, "FAILED", String.valueOf(e.getMessage()), "-");
        } catch (WorkException e) {
            throw new IllegalStateException("nobody stops samples", e);
        }
    }

    private static MediaKind kind(String path) {
        String extension = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        if (PHOTOS.contains(extension)) {
            return MediaKind.PHOTO;
        }
        return DOCUMENTS.contains(extension) ? MediaKind.DOCUMENT : MediaKind.VIDEO;
    }

    private static Expectation ready(String path, MediaKind kind, MediaResult result) {
        if (result instanceof MediaResult.Video video) {
            VideoReady ready = video.ready();
            List<String> names = new ArrayList<>();
            ready.video().forEach(rendition -> names.add(rendition.name()));
            names.addAll(ready.audio() == null ? List.of() : List.of("audio"));
            String seconds = String.format(Locale.ROOT, "%.2fs", ready.durationSeconds());
            return new Expectation(path, kind, "READY", String.join(",", names), seconds);
        }
        if (result instanceof MediaResult.Photo photo) {
            MediaResult.Photo.Size largest = photo.sizes().get(photo.sizes().size() - 1);
            String measure = largest.width() + "x" + largest.height();
            return new Expectation(path, kind, "READY", "sizes:" + photo.sizes().size(), measure);
        }
        int pages = ((MediaResult.Document) result).pages();
        return new Expectation(path, kind, "READY", "pages", Integer.toString(pages));
    }

    private void keep(String path, MediaResult result) throws IOException {
        Path folder = options.keep();
        if (folder != null) {
            Path target = Files.createDirectories(folder.resolve(path));
            for (Path file : result.files()) {
                Files.copy(file, target.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
