package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackReady;
import org.lecturehalls.media.contract.PackReady.PackedFile;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.video.PackWork;
import org.lecturehalls.worker.work.PackResult;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Plain files of videos: fetch what is stored of one, put it into other boxes, store. */
final class PackTasks implements Task.Reader {

    private static final int STORING = 90;
    private static final long MOST_COVER_BYTES = 8 << 20;

    /** Read at a time, since each read is held in memory until it is complete. */
    private static final long READ_BYTES = 4 << 20;

    /** What is fetched, what is made of it, and the same again while its index is put first. */
    private static final int ROOM = 3;

    private final Wire wire;
    private final Sources sources;
    private final ObjectStore store;
    private final PackWork work;

    PackTasks(Wire wire, Sources sources, ObjectStore store, PackWork work) {
        this.wire = wire;
        this.sources = sources;
        this.store = store;
        this.work = work;
    }

    @Override
    public Task read(Message message) throws JMSException {
        PackJob job = wire.read(message, PackJob.class);
        return new Task(
                job.jobId(),
                job.bucket(),
                "files of " + Math.round(job.seconds()) + " s",
                (workspace, claim, running, storing) -> complete(job, workspace, claim, running, storing));
    }

    private Object complete(PackJob job, Workspace workspace, ClaimReply claim, RunningJob running, Storing storing)
            throws IOException, WorkException {
        running.beat();
        sources.makeRoomFor(ROOM * (bytes(job.picture()) + bytes(job.sound())));
        fetch(job, workspace, running.stop());
        PackResult result = work.process(workspace, job, running.stop(), running);
        for (PackResult.Packed each : result.files()) {
            running.at(JobStep.STORING, STORING);
            running.stop().check();
            storing.store(each.file());
        }
        List<PackedFile> files = result.files().stream()
                .map(each -> new PackedFile(
                        each.kind(), claim.outputPrefix() + each.file().getFileName(), each.bytes(), each.sha256()))
                .toList();
        return new PackReady(job.jobId(), claim.token(), claim.outputPrefix(), files);
    }

    private void fetch(PackJob job, Workspace workspace, StopSignal stop) throws IOException, WorkException {
        append(job, job.picture(), PackWork.picture(workspace), stop);
        append(job, job.sound(), PackWork.sound(workspace), stop);
        if (job.coverKey() != null) {
            store.fetch(job.bucket(), job.coverKey(), PackWork.cover(workspace), MOST_COVER_BYTES, stop, read -> {});
        }
    }

    private void append(PackJob job, List<PackJob.Stretch> stretches, Path file, StopSignal stop)
            throws IOException, WorkException {
        if (!stretches.isEmpty()) {
            Files.createFile(file);
        }
        for (PackJob.Stretch stretch : stretches) {
            append(job.bucket(), stretch, file, stop);
        }
        if (!stretches.isEmpty() && Files.size(file) != bytes(stretches)) {
            throw new WorkFailedException("Only " + Files.size(file) + " of " + bytes(stretches) + " bytes arrived.");
        }
    }

    private void append(String bucket, PackJob.Stretch stretch, Path file, StopSignal stop) throws WorkException {
        for (long done = 0; done < stretch.length(); done += READ_BYTES) {
            stop.check();
            long length = Math.min(READ_BYTES, stretch.length() - done);
            store.append(bucket, stretch.key(), stretch.offset() + done, length, file);
        }
    }

    private static long bytes(List<PackJob.Stretch> stretches) {
        return stretches.stream().mapToLong(PackJob.Stretch::length).sum();
    }
}
