package org.lecturehalls.worker.support;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PartJob;
import tools.jackson.databind.json.JsonMapper;

/** Speaks the backend's part over a real broker: grants claims, hears progress and answers. */
public final class Backend implements AutoCloseable {

    private final JsonMapper json = JsonMapper.builder().build();
    private final Connection connection;
    private final Session session;
    private final AtomicLong tokens = new AtomicLong();
    private final Map<String, JobClaim> claims = new ConcurrentHashMap<>();
    public final BlockingQueue<JobProgress> progress = new LinkedBlockingQueue<>();
    public final BlockingQueue<Message> answers = new LinkedBlockingQueue<>();
    private volatile Function<JobClaim, ClaimReply> decision = this::grant;

    public Backend(String brokerUrl) throws JMSException {
        connection = new ActiveMQConnectionFactory(brokerUrl).createConnection();
        session = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        Session claimSession = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        claimSession
                .createConsumer(claimSession.createQueue(MediaQueues.CLAIMS))
                .setMessageListener(message -> reply(claimSession, message));
        Session answerSession = connection.createSession(Session.AUTO_ACKNOWLEDGE);
        answerSession
                .createConsumer(answerSession.createQueue(MediaQueues.ANSWERS))
                .setMessageListener(this::hear);
        connection.start();
    }

    public void decide(Function<JobClaim, ClaimReply> how) {
        decision = how;
    }

    public ClaimReply grant(JobClaim claim) {
        long token = tokens.incrementAndGet();
        return new ClaimReply(true, token, "media/" + claim.jobId() + "/" + token + "/");
    }

    public JobClaim lastClaim(String jobId) {
        return claims.get(jobId);
    }

    public void send(MediaJob job, String queue) throws JMSException {
        send(job, session.createProducer(session.createQueue(queue)));
    }

    /** A part for workers with a certain ffmpeg. */
    public void send(PartJob part, String build) throws JMSException {
        TextMessage message = session.createTextMessage(json.writeValueAsString(part));
        message.setStringProperty(MediaQueues.TYPE_PROPERTY, "PartJob");
        message.setStringProperty(MediaQueues.BUILD_PROPERTY, build);
        try (MessageProducer producer = session.createProducer(session.createQueue(MediaQueues.PART_JOBS))) {
            producer.send(message);
        }
    }

    public void send(PackJob job) throws JMSException {
        send((Object) job, session.createProducer(session.createQueue(MediaQueues.PACK_JOBS)));
    }

    public void cancel(String jobId, long token) throws JMSException {
        send(new CancelJob(jobId, token), session.createProducer(session.createTopic(MediaQueues.CANCELLATIONS)));
    }

    /** The next final answer, which must be of the type. */
    public <T> T answer(Class<T> type) throws Exception {
        Message message = answers.poll(60, TimeUnit.SECONDS);
        if (message == null) {
            throw new AssertionError("no answer");
        }
        String stated = message.getStringProperty(MediaQueues.TYPE_PROPERTY);
        if (!stated.equals(type.getSimpleName())) {
            throw new AssertionError(stated + ": " + ((TextMessage) message).getText());
        }
        return json.readValue(((TextMessage) message).getText(), type);
    }

    private void send(Object record, MessageProducer producer) throws JMSException {
        try (producer) {
            TextMessage message = session.createTextMessage(json.writeValueAsString(record));
            message.setStringProperty(
                    MediaQueues.TYPE_PROPERTY, record.getClass().getSimpleName());
            producer.send(message);
        }
    }

    private void reply(Session claimSession, Message message) {
        try {
            JobClaim claim = json.readValue(((TextMessage) message).getText(), JobClaim.class);
            claims.put(claim.jobId(), claim);
            ClaimReply reply = decision.apply(claim);
            TextMessage text = claimSession.createTextMessage(json.writeValueAsString(reply));
            text.setStringProperty(MediaQueues.TYPE_PROPERTY, "ClaimReply");
            text.setJMSCorrelationID(message.getJMSMessageID());
            try (MessageProducer producer = claimSession.createProducer(message.getJMSReplyTo())) {
                producer.send(text);
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    private void hear(Message message) {
        try {
            if ("JobProgress".equals(message.getStringProperty(MediaQueues.TYPE_PROPERTY))) {
                progress.add(json.readValue(((TextMessage) message).getText(), JobProgress.class));
            } else {
                answers.add(message);
            }
        } catch (JMSException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
