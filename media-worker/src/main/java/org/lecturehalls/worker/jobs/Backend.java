package org.lecturehalls.worker.jobs;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Duration;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.MediaQueues;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;

/** What a worker says to the backend, through the broker. */
final class Backend {

    private static final Logger LOG = LoggerFactory.getLogger(Backend.class);

    private final JmsTemplate jms;
    private final Wire wire;

    /** An answer is worth waiting for a broker that restarts: much work stands behind it. */
    private final RetryTemplate patiently = new RetryTemplate(RetryPolicy.builder()
            .maxRetries(40)
            .delay(Duration.ofMillis(500))
            .multiplier(1.5)
            .maxDelay(Duration.ofSeconds(5))
            .includes(JmsException.class)
            .build());

    Backend(JmsTemplate jms, Wire wire) {
        this.jms = jms;
        this.wire = wire;
    }

    /**
     * Asks for a token.
     *
     * @throws NoReplyException when nobody answered in time
     */
    ClaimReply claim(JobClaim claim) throws JMSException {
        Message reply = jms.sendAndReceive(MediaQueues.CLAIMS, session -> wire.write(session, claim));
        if (reply == null) {
            throw new NoReplyException("no reply to the claim of job " + claim.jobId());
        }
        return wire.read(reply, ClaimReply.class);
    }

    /** Says how far a job is. A message that gets lost is followed by another one soon. */
    void progress(JobProgress progress) {
        try {
            jms.send(MediaQueues.ANSWERS, session -> wire.write(session, progress));
        } catch (JmsException e) {
            LOG.debug("Progress of job {} was not sent: {}", progress.jobId(), e.getMessage());
        }
    }

    /** Gives the final answer of an attempt. */
    void answer(Object answer) {
        try {
            patiently.execute(() -> {
                jms.send(MediaQueues.ANSWERS, session -> wire.write(session, answer));
                return true;
            });
        } catch (RetryException e) {
            throw new NoReplyException(
                    "the answer was not sent: " + e.getLastException().getMessage());
        }
    }

    /** Thrown to let the broker deliver the job again. */
    static final class NoReplyException extends RuntimeException {
        NoReplyException(String message) {
            super(message);
        }
    }
}
