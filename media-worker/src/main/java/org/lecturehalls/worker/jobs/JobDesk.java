package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.worker.work.StopReason;
import org.lecturehalls.worker.work.WorkStoppedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a job off its queue, claims it, has it worked on, and answers. Returning normally acknowledges the message; throwing
 * gives it back to the broker.
 */
final class JobDesk implements MessageListener {

    private static final Logger LOG = LoggerFactory.getLogger(JobDesk.class);

    private final String workerId;
    private final Backend backend;
    private final RunningJobs running;
    private final Task.Reader tasks;
    private final Attempt attempt;
    private final Rest rest;

    JobDesk(String workerId, Backend backend, RunningJobs running, Task.Reader tasks, Attempt attempt, Rest rest) {
        this.workerId = workerId;
        this.backend = backend;
        this.running = running;
        this.tasks = tasks;
        this.attempt = attempt;
        this.rest = rest;
    }

    @Override
    public void onMessage(Message message) {
        try {
            Task task = tasks.read(message);
            ClaimReply claim = backend.claim(new JobClaim(task.jobId(), workerId, message.getJMSRedelivered()));
            if (claim.granted()) {
                work(task, claim);
            } else {
                LOG.debug("Job {} is not ours to do", task.jobId());
            }
        } catch (JMSException e) {
            throw new IllegalStateException("a job message cannot be handled: " + e.getMessage(), e);
        }
    }

    private void work(Task task, ClaimReply claim) {
        RunningJob current = new RunningJob(task.jobId(), claim.token(), backend);
        running.add(current);
        boolean failed = false;
        try {
            LOG.info("Job {}, attempt {}, starts: {}", task.jobId(), claim.token(), task.title());
            Object answer = attempt.make(task, claim, current);
            backend.answer(answer);
            LOG.info(
                    "Job {}, attempt {}, ends: {}",
                    task.jobId(),
                    claim.token(),
                    answer.getClass().getSimpleName());
            failed = answer instanceof JobFailed;
        } catch (WorkStoppedException e) {
            LOG.info("Job {}, attempt {}, stopped: {}", task.jobId(), claim.token(), e.reason());
            if (e.reason() == StopReason.HANDED_BACK) {
                throw new HandedBackException(task.jobId());
            }
        } finally {
            running.remove(current);
        }
        if (failed) {
            rest.takeIfDiskIsFull();
        }
    }

    /** Thrown to let the broker deliver the job to another worker. */
    static final class HandedBackException extends RuntimeException {
        HandedBackException(String jobId) {
            super("job " + jobId + " is handed back");
        }
    }
}
