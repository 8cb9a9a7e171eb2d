package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageListener;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.MediaJob;
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
    private final Wire wire;
    private final RunningJobs running;
    private final Attempt attempt;

    JobDesk(String workerId, Backend backend, Wire wire, RunningJobs running, Attempt attempt) {
        this.workerId = workerId;
        this.backend = backend;
        this.wire = wire;
        this.running = running;
        this.attempt = attempt;
    }

    @Override
    public void onMessage(Message message) {
        try {
            MediaJob job = wire.read(message, MediaJob.class);
            ClaimReply claim = backend.claim(new JobClaim(job.jobId(), workerId, message.getJMSRedelivered()));
            if (claim.granted()) {
                work(job, claim);
            } else {
                LOG.debug("Job {} is not ours to do", job.jobId());
            }
        } catch (JMSException e) {
            throw new IllegalStateException("a job message cannot be handled: " + e.getMessage(), e);
        }
    }

    /** A job that is cancelled needs no answer: its token is void. */
    void cancel(Message message) {
        try {
            running.cancel(wire.read(message, CancelJob.class));
        } catch (JMSException e) {
            LOG.warn("A cancellation cannot be read: {}", e.getMessage());
        }
    }

    private void work(MediaJob job, ClaimReply claim) {
        RunningJob current = new RunningJob(job.jobId(), claim.token(), backend);
        running.add(current);
        try {
            LOG.info(
                    "Job {}, attempt {}, starts: {} of {} bytes",
                    job.jobId(),
                    claim.token(),
                    job.kind(),
                    job.sourceBytes());
            Object answer = attempt.make(job, claim, current);
            backend.answer(answer);
            LOG.info(
                    "Job {}, attempt {}, ends: {}",
                    job.jobId(),
                    claim.token(),
                    answer.getClass().getSimpleName());
        } catch (WorkStoppedException e) {
            LOG.info("Job {}, attempt {}, stopped: {}", job.jobId(), claim.token(), e.reason());
            if (e.reason() == StopReason.HANDED_BACK) {
                throw new HandedBackException(job.jobId());
            }
        } finally {
            running.remove(current);
        }
    }

    /** Thrown to let the broker deliver the job to another worker. */
    static final class HandedBackException extends RuntimeException {
        HandedBackException(String jobId) {
            super("job " + jobId + " is handed back");
        }
    }
}
