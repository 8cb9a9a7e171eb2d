package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Whole jobs: fetch, work, store. */
final class MediaTasks implements Task.Reader {

    private static final int FETCHED = 5;
    private static final int STORING = 93;

    private final Wire wire;
    private final Sources sources;
    private final MediaWork work;

    MediaTasks(Wire wire, Sources sources, MediaWork work) {
        this.wire = wire;
        this.sources = sources;
        this.work = work;
    }

    @Override
    public Task read(Message message) throws JMSException {
        MediaJob job = wire.read(message, MediaJob.class);
        return new Task(
                job.jobId(),
                job.bucket(),
                job.kind() + " of " + job.sourceBytes() + " bytes",
                (workspace, claim, running, storing) -> complete(job, workspace, claim, running, storing));
    }

    private Object complete(MediaJob job, Workspace workspace, ClaimReply claim, RunningJob running, Storing storing)
            throws IOException, WorkException {
        running.beat();
        long expected = Math.max(1, job.sourceBytes());
        Sources.Wanted wanted = new Sources.Wanted(job.bucket(), job.sourceKey(), job.sourceBytes());
        sources.fetch(
                wanted,
                workspace,
                running.stop(),
                read -> running.at(JobStep.FETCHING, (int) (FETCHED * read / expected)));
        boolean whole = Boolean.TRUE.equals(job.whole());
        SoundChoice sound = job.sound() == null ? SoundChoice.SPEECH : job.sound();
        Source source = new Source(
                job.kind(),
                job.fileName(),
                job.contentType(),
                sound,
                job.soundTrack(),
                Boolean.TRUE.equals(job.fullHd()),
                whole);
        MediaResult result = work.process(workspace, source, running.stop(), running);
        store(running, result.files(), storing);
        return Answers.ready(job, claim, result);
    }

    private static void store(RunningJob running, List<Path> files, Storing storing) throws WorkException {
        for (int i = 0; i < files.size(); i++) {
            running.at(JobStep.STORING, STORING + i * (100 - STORING) / files.size());
            running.stop().check();
            storing.store(files.get(i));
        }
    }
}
