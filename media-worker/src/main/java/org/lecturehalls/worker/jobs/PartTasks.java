package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.SoundPiece;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.PartResult;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.Workspace;

/** Parts of shared videos: the source is fetched once for all parts that this worker takes of it. */
final class PartTasks implements Task.Reader {

    private final Wire wire;
    private final Sources sources;
    private final ObjectStore store;
    private final PartWork work;
    private final Backend backend;

    PartTasks(Wire wire, Sources sources, ObjectStore store, PartWork work, Backend backend) {
        this.wire = wire;
        this.sources = sources;
        this.store = store;
        this.work = work;
        this.backend = backend;
    }

    @Override
    public Task read(Message message) throws JMSException {
        PartJob job = wire.read(message, PartJob.class);
        return new Task(
                job.jobId(),
                job.bucket(),
                job.kind() + " " + job.number(),
                (workspace, claim, running, storing) -> complete(job, workspace, claim, running, storing));
    }

    private Object complete(PartJob job, Workspace workspace, ClaimReply claim, RunningJob running, Storing storing)
            throws IOException, WorkException {
        running.beat();
        if (job.kind() != PartKind.CHECK) {
            fetch(job, workspace, running);
        }
        PartResult result = work.process(workspace, job, new PartDesk(job, claim, running, storing));
        for (Path file : result.files()) {
            running.at(JobStep.STORING, 100);
            running.stop().check();
            storing.store(file);
        }
        return Answers.ready(job, claim, result);
    }

    private void fetch(PartJob job, Workspace workspace, RunningJob running) throws IOException, WorkException {
        Sources.Wanted wanted = new Sources.Wanted(job.bucket(), job.sourceKey(), job.sourceBytes());
        if (work.wantsPreparation(job)) {
            sources.fetchPrepared(wanted, workspace, running.stop(), () -> work.prepare(workspace, running.stop()));
        } else {
            sources.fetchShared(wanted, workspace, running.stop());
        }
    }

    /** What one part needs of the rest of the worker. */
    private final class PartDesk implements PartWork.Desk {

        private final PartJob job;
        private final ClaimReply claim;
        private final RunningJob running;
        private final Storing storing;

        PartDesk(PartJob job, ClaimReply claim, RunningJob running, Storing storing) {
            this.job = job;
            this.claim = claim;
            this.running = running;
            this.storing = storing;
        }

        @Override
        public void at(JobStep step, int percent) {
            running.at(step, percent);
        }

        @Override
        public StopSignal stop() {
            return running.stop();
        }

        @Override
        public void piece(int number, Path file, SegmentedFile piece) throws WorkException {
            storing.store(file);
            SegmentedFile stored = Answers.under(claim.outputPrefix(), piece);
            backend.answer(new SoundPiece(job.jobId(), claim.token(), number, stored));
        }

        @Override
        public void excerpt(PartJob.Excerpt excerpt, Path file) throws IOException, WorkException {
            Files.deleteIfExists(file);
            Files.createFile(file);
            store.append(job.bucket(), excerpt.initKey(), 0, excerpt.initBytes(), file);
            store.append(job.bucket(), excerpt.key(), excerpt.offset(), excerpt.length(), file);
        }
    }
}
