package org.lecturehalls.worker.photo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxCommand;
import org.lecturehalls.worker.sandbox.SandboxResult;
import org.lecturehalls.worker.video.FfmpegTools;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.Progress;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Makes upright pictures of a photo in a few sizes, which say nothing of where and with what it was taken. */
public final class PhotoWork {

    private static final int INSPECTING = 10;
    private static final int RENDERING = 30;
    private static final int VERIFYING = 85;

    private final PhotoSettings settings;
    private final FfmpegTools tools;
    private final Sandbox sandbox;

    public PhotoWork(PhotoSettings settings, FfmpegTools tools, Sandbox sandbox) {
        this.settings = settings;
        this.tools = tools;
        this.sandbox = sandbox;
    }

    /** Makes all sizes of the workspace's source. Its size in pixels is read before anything is decoded. */
    public MediaResult.Photo process(Workspace workspace, FileFormat format, StopSignal stop, Progress progress)
            throws IOException, WorkException {
        progress.at(JobStep.INSPECTING, INSPECTING);
        refuseLongFile(workspace.source());
        PhotoHeader header = PhotoHeader.read(workspace.source(), format);
        header.refuseLarge(settings);
        PhotoPlan plan = PhotoPlan.of(header);
        progress.at(JobStep.TRANSCODING, RENDERING);
        render(workspace, plan, format, stop);
        progress.at(JobStep.VERIFYING, VERIFYING);
        return verified(workspace, plan);
    }

    private void refuseLongFile(Path file) throws IOException, RefusedException {
        long bytes = Files.size(file);
        if (bytes > settings.maxFile().toBytes()) {
            throw new RefusedException(
                    RefusalCode.FILE_TOO_LARGE,
                    bytes + " bytes; at most " + settings.maxFile().toBytes() + " are accepted.");
        }
    }

    private void render(Workspace workspace, PhotoPlan plan, FileFormat format, StopSignal stop)
            throws IOException, WorkException {
        List<String> command = new ArrayList<>(List.of(tools.ffmpeg().toString()));
        command.addAll(PhotoArguments.of(plan, format, settings.quality()));
        SandboxResult result = sandbox.run(SandboxCommand.in(workspace, command, settings.limits()), stop, line -> {});
        if (result.endedByLimit()) {
            throw new WorkFailedException("ffmpeg " + result.describe() + ".", result.errorTail());
        }
        boolean written =
                Files.isRegularFile(workspace.out().resolve(plan.largest().fileName()));
        if (!result.successful() || !written) {
            throw new RefusedException(RefusalCode.DAMAGED, "The picture cannot be decoded.");
        }
    }

    /** Looks at what will be shown to others: right size, and nothing beside the pixels. */
    private static MediaResult.Photo verified(Workspace workspace, PhotoPlan plan)
            throws IOException, WorkFailedException {
        List<MediaResult.Photo.Size> made = new ArrayList<>();
        for (PhotoPlan.Size size : plan.sizes()) {
            Path file = workspace.out().resolve(size.fileName());
            if (!isAsPlanned(file, size)) {
                throw new WorkFailedException("Verification failed: " + size.fileName() + " is not as planned.");
            }
            made.add(new MediaResult.Photo.Size(file, size.width(), size.height()));
        }
        return new MediaResult.Photo(List.copyOf(made));
    }

    private static boolean isAsPlanned(Path file, PhotoPlan.Size size) throws IOException {
        try {
            PhotoHeader header = PhotoHeader.read(file, FileFormat.JPEG);
            return header.width() == size.width() && header.height() == size.height() && !header.talks();
        } catch (RefusedException e) {
            return false;
        }
    }
}
