package org.lecturehalls.worker.jobs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.MediaWork;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.WorkStoppedException;
import org.lecturehalls.worker.work.Workspace;
import org.lecturehalls.worker.work.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a claimed job: fetch, work, store, and say how it ended. Without success it leaves nothing in the store. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);
    private static final int FETCHED = 5;
    private static final int STORING = 93;

    private final Workspaces workspaces;
    private final ObjectStore store;
    private final MediaWork work;
    private final long diskReserve;

    Attempt(Workspaces workspaces, ObjectStore store, MediaWork work, long diskReserve) {
        this.workspaces = workspaces;
        this.store = store;
        this.work = work;
        this.diskReserve = diskReserve;
    }

    /**
     * The final answer.
     *
     * @throws WorkStoppedException when it was told to stop; there is no answer then
     */
    Object make(MediaJob job, ClaimReply claim, RunningJob running) throws WorkStoppedException {
        List<String> stored = new ArrayList<>();
        try {
            return complete(job, claim, running, stored);
        } catch (RefusedException e) {
            remove(job, stored);
            return new JobRefused(job.jobId(), claim.token(), e.code(), message(e));
        } catch (WorkFailedException e) {
            remove(job, stored);
            return new JobFailed(job.jobId(), claim.token(), message(e), e.outputTail());
        } catch (WorkStoppedException e) {
            remove(job, stored);
            throw e;
        } catch (WorkException | IOException | RuntimeException e) {
            LOG.error("Job {} failed in the worker itself", job.jobId(), e);
            remove(job, stored);
            return new JobFailed(
                    job.jobId(),
                    claim.token(),
                    "The worker failed: " + e.getClass().getSimpleName() + ".",
                    "");
        }
    }

    private Object complete(MediaJob job, ClaimReply claim, RunningJob running, List<String> stored)
            throws IOException, WorkException {
        try (Workspace workspace = workspaces.create()) {
            fetch(job, running, workspace);
            Source source = new Source(job.kind(), job.fileName(), job.contentType());
            MediaResult result = work.process(workspace, source, running.stop(), running);
            store(job, claim, running, result.files(), stored);
            return Answers.ready(job, claim, result);
        }
    }

    private void fetch(MediaJob job, RunningJob running, Workspace workspace) throws IOException, WorkException {
        running.beat();
        long needed = 2 * job.sourceBytes() + diskReserve;
        if (workspaces.freeBytes() < needed) {
            throw new WorkFailedException(
                    "The worker's disk is too full: " + workspaces.freeBytes() + " of " + needed + " bytes.");
        }
        long expected = Math.max(1, job.sourceBytes());
        long bytes = store.fetch(
                job.bucket(),
                job.sourceKey(),
                workspace.source(),
                job.sourceBytes(),
                running.stop(),
                read -> running.at(JobStep.FETCHING, (int) (FETCHED * read / expected)));
        if (bytes > job.sourceBytes()) {
            throw new RefusedException(
                    RefusalCode.FILE_TOO_LARGE, "More than the announced " + job.sourceBytes() + " bytes.");
        }
        if (bytes < job.sourceBytes()) {
            throw new WorkFailedException(
                    "Only " + bytes + " of " + job.sourceBytes() + " bytes arrived from the store.");
        }
    }

    private void store(MediaJob job, ClaimReply claim, RunningJob running, List<Path> files, List<String> stored)
            throws WorkException {
        for (Path file : files) {
            running.at(JobStep.STORING, STORING + stored.size() * (100 - STORING) / files.size());
            running.stop().check();
            String key = claim.outputPrefix() + file.getFileName();
            stored.add(key);
            store.store(job.bucket(), key, file);
        }
    }

    private void remove(MediaJob job, List<String> stored) {
        for (String key : stored) {
            try {
                store.remove(job.bucket(), key);
            } catch (WorkException e) {
                LOG.warn("{} stays in the store: {}", key, e.getMessage());
            }
        }
    }

    private static String message(WorkException e) {
        return String.valueOf(e.getMessage());
    }
}
