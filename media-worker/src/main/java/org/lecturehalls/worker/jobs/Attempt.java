package org.lecturehalls.worker.jobs;

import java.io.IOException;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.WorkStoppedException;
import org.lecturehalls.worker.work.Workspace;
import org.lecturehalls.worker.work.Workspaces;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One attempt at a claimed job: work, and say how it ended. Without success it leaves nothing in the store. */
final class Attempt {

    private static final Logger LOG = LoggerFactory.getLogger(Attempt.class);

    private final Workspaces workspaces;
    private final ObjectStore store;

    Attempt(Workspaces workspaces, ObjectStore store) {
        this.workspaces = workspaces;
        this.store = store;
    }

    /** What there is to do, apart from how it is answered when it fails. */
    @FunctionalInterface
    interface Work {
        Object complete(Workspace workspace, ClaimReply claim, RunningJob running, Storing storing)
                throws IOException, WorkException;
    }

    /**
     * The final answer.
     *
     * @throws WorkStoppedException when it was told to stop; there is no answer then
     */
    Object make(Task task, ClaimReply claim, RunningJob running) throws WorkStoppedException {
        Storing storing = new Storing(store, task.bucket(), claim.outputPrefix());
        try (Workspace workspace = workspaces.create()) {
            return task.work().complete(workspace, claim, running, storing);
        } catch (RefusedException e) {
            storing.removeAll();
            return new JobRefused(task.jobId(), claim.token(), e.code(), message(e));
        } catch (WorkFailedException e) {
            storing.removeAll();
            return new JobFailed(task.jobId(), claim.token(), message(e), e.outputTail());
        } catch (WorkStoppedException e) {
            storing.removeAll();
            throw e;
        } catch (WorkException | IOException | RuntimeException e) {
            LOG.error("Job {} failed in the worker itself", task.jobId(), e);
            storing.removeAll();
            return new JobFailed(
                    task.jobId(),
                    claim.token(),
                    "The worker failed: " + e.getClass().getSimpleName() + ".",
                    "");
        }
    }

    private static String message(WorkException e) {
        return String.valueOf(e.getMessage());
    }
}
