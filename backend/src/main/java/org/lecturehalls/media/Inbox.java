package org.lecturehalls.media;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.Destination;
import jakarta.jms.JMSConsumer;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaQueues;

/**
 * A queue that is read one message after the other; each is acknowledged when it was dealt with. All methods wait, so
 * they run on a scheduler that may; one at a time.
 */
class Inbox implements AutoCloseable {

    private static final long RECEIVE_MILLIS = 1_000;
    private static final long REPLY_LIVES_MILLIS = 30_000;

    private final JMSContext context;
    private final JMSConsumer consumer;

    Inbox(ConnectionFactory connections, String queue) {
        this.context = connections.createContext(JMSContext.CLIENT_ACKNOWLEDGE);
        this.consumer = context.createConsumer(context.createQueue(queue));
    }

    /** The next message; null when none came within a second. */
    @Nullable
    Letter receive() throws JMSException {
        Message message = consumer.receive(RECEIVE_MILLIS);
        if (message == null) {
            return null;
        }
        String text = message instanceof TextMessage t ? t.getText() : "";
        return new Letter(message, message.getStringProperty(MediaQueues.TYPE_PROPERTY), text == null ? "" : text);
    }

    /** Answers whoever asked to be answered. A reply that nobody fetches soon is dropped. */
    void reply(Letter letter, String type, String text) throws JMSException {
        Destination to = letter.message().getJMSReplyTo();
        if (to == null) {
            return;
        }
        String correlation = letter.message().getJMSCorrelationID();
        context.createProducer()
                .setProperty(MediaQueues.TYPE_PROPERTY, type)
                .setJMSCorrelationID(
                        correlation != null ? correlation : letter.message().getJMSMessageID())
                .setTimeToLive(REPLY_LIVES_MILLIS)
                .send(to, text);
    }

    void acknowledge(Letter letter) throws JMSException {
        letter.message().acknowledge();
    }

    @Override
    public void close() {
        context.close();
    }

    /** A message as it came. */
    record Letter(Message message, @Nullable String type, String text) {}
}
