package org.lecturehalls.media;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import java.util.UUID;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PartJob;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the backend as a worker does, one message at a time and only when the test says so. */
class FakeWorker implements AutoCloseable {

    private static final long PATIENCE_MILLIS = 10_000;
    private static final long MOMENT_MILLIS = 300;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String id = "worker-" + UUID.randomUUID();
    private final JMSContext context;
    private final JMSConsumer jobs;
    private final JMSConsumer cancellations;
    private Message inHand;

    /** @param queue the work queue; the worker takes only the job of the asset */
    FakeWorker(ConnectionFactory connections, String queue, String assetId) {
        this(connections, "JMSCorrelationID = '" + assetId + "'", queue, assetId);
    }

    private FakeWorker(ConnectionFactory connections, String selector, String queue, String assetId) {
        this.context = connections.createContext(JMSContext.SESSION_TRANSACTED);
        this.jobs = context.createConsumer(context.createQueue(queue), selector);
        this.cancellations = context.createConsumer(
                context.createTopic(MediaQueues.CANCELLATIONS), "JMSCorrelationID = '" + assetId + "'");
    }

    /** For the parts of a video, whichever come. */
    static FakeWorker ofParts(ConnectionFactory connections, String assetId) {
        return new FakeWorker(connections, "JMSCorrelationID LIKE '" + assetId + ":%'", MediaQueues.PART_JOBS, assetId);
    }

    /** The next job, which stays unacknowledged. */
    MediaJob receive() throws JMSException {
        return receive(MediaJob.class);
    }

    /** The next part; those before it are acknowledged. */
    PartJob receivePart() throws JMSException {
        context.commit();
        return receive(PartJob.class);
    }

    /** The next order of plain files; those before it are acknowledged. */
    PackJob receivePack() throws JMSException {
        context.commit();
        return receive(PackJob.class);
    }

    private <T> T receive(Class<T> type) throws JMSException {
        inHand = jobs.receive(PATIENCE_MILLIS);
        if (inHand == null) {
            throw new AssertionError("No job came");
        }
        return JSON.readValue(((TextMessage) inHand).getText(), type);
    }

    String property(String name) throws JMSException {
        return inHand.getStringProperty(name);
    }

    boolean hasNothingToDo() {
        return jobs.receive(MOMENT_MILLIS) == null;
    }

    /** Whether the broker says that it delivered the job in hand before. */
    boolean isRedelivered() throws JMSException {
        return inHand.getJMSRedelivered();
    }

    ClaimReply claim(PartJob part) throws JMSException {
        return claim(part.jobId(), inHand.getJMSRedelivered());
    }

    ClaimReply claim(MediaJob job) throws JMSException {
        return claim(job, inHand.getJMSRedelivered());
    }

    ClaimReply claim(MediaJob job, boolean redelivered) throws JMSException {
        return claim(job.jobId(), redelivered);
    }

    /** Asks in a session of its own, since the job's session commits only when the job is done. */
    ClaimReply claim(String jobId, boolean redelivered) throws JMSException {
        try (JMSContext asking = context.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            TemporaryQueue replies = asking.createTemporaryQueue();
            String correlation = UUID.randomUUID().toString();
            TextMessage request = text(asking, new JobClaim(jobId, id, redelivered));
            request.setJMSReplyTo(replies);
            request.setJMSCorrelationID(correlation);
            JMSConsumer consumer = asking.createConsumer(replies);
            asking.createProducer().send(asking.createQueue(MediaQueues.CLAIMS), request);
            TextMessage reply = (TextMessage) consumer.receive(PATIENCE_MILLIS);
            if (reply == null || !correlation.equals(reply.getJMSCorrelationID())) {
                throw new AssertionError("No reply to the claim: " + reply);
            }
            return JSON.readValue(reply.getText(), ClaimReply.class);
        }
    }

    /** Sends progress or a result at once. */
    void say(Object message) throws JMSException {
        send(MediaQueues.ANSWERS, message);
    }

    void send(String queue, Object message) throws JMSException {
        try (JMSContext saying = context.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            saying.createProducer().send(saying.createQueue(queue), text(saying, message));
        }
    }

    /** Puts a part's message into the queue as the backend did, as a broker may that lost an acknowledgement. */
    void deliver(PartJob part) throws JMSException {
        try (JMSContext saying = context.createContext(JMSContext.AUTO_ACKNOWLEDGE)) {
            TextMessage message = text(saying, part);
            message.setJMSCorrelationID(part.jobId());
            saying.createProducer().send(saying.createQueue(MediaQueues.PART_JOBS), message);
        }
    }

    private static TextMessage text(JMSContext context, Object message) throws JMSException {
        TextMessage text = context.createTextMessage(JSON.writeValueAsString(message));
        text.setStringProperty(MediaQueues.TYPE_PROPERTY, message.getClass().getSimpleName());
        return text;
    }

    void acknowledge() {
        context.commit();
    }

    /** As when the worker gives the message back, or dies and the broker notices. */
    void giveBack() {
        context.rollback();
    }

    CancelJob cancellation() throws JMSException {
        Message message = cancellations.receive(PATIENCE_MILLIS);
        if (message == null) {
            throw new AssertionError("Nothing was cancelled");
        }
        context.commit();
        return JSON.readValue(((TextMessage) message).getText(), CancelJob.class);
    }

    @Override
    public void close() {
        context.close();
    }
}
