package org.lecturehalls.media;

import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.time.Duration;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.Set;
import org.lecturehalls.media.contract.CancelJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PartJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.jms.core.SessionCallback;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Sends to the workers. The calls of the messaging API wait, so they run on a bounded scheduler of their own. */
@Component
class MediaBroker {

    private static final Logger LOG = LoggerFactory.getLogger(MediaBroker.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);
    private static final int MOST_BROWSED = 50_000;

    private final JmsTemplate jms;
    private final MediaMessages messages;
    private final Scheduler scheduler;

    MediaBroker(JmsTemplate jms, MediaMessages messages, Scheduler messagingScheduler) {
        this.jms = jms;
        this.messages = messages;
        this.scheduler = messagingScheduler;
    }

    /** Puts a message into a queue; the broker has stored it when this ends. */
    Mono<Void> send(String queue, String correlationId, Object message) {
        return run(session -> {
            TextMessage text = text(session, correlationId, message);
            return put(session, session.createQueue(queue), text, Message.DEFAULT_PRIORITY);
        });
    }

    /** The same for a part of a video, which only workers with the right ffmpeg take, the most urgent first. */
    Mono<Void> sendPart(String queue, String build, int urgency, PartJob message) {
        return run(session -> {
            TextMessage text = text(session, message.jobId(), message);
            text.setStringProperty(MediaQueues.BUILD_PROPERTY, build);
            return put(session, session.createQueue(queue), text, urgency);
        });
    }

    /** Tells all workers; whoever misses it finds out when its answer changes nothing. Never fails. */
    Mono<Void> cancel(CancelJob message) {
        return run(session -> {
                    TextMessage text = text(session, message.jobId(), message);
                    Destination everybody = session.createTopic(MediaQueues.CANCELLATIONS);
                    return put(session, everybody, text, Message.DEFAULT_PRIORITY);
                })
                .doOnError(e -> LOG.warn("Workers cannot be told to stop {}: {}", message.jobId(), e.toString()))
                .onErrorComplete();
    }

    /** The correlation ids of what waits in a queue. */
    Mono<Set<String>> waitingIn(String queue) {
        return Mono.fromCallable(() -> jms.execute(session -> browse(session, queue), true))
                .subscribeOn(scheduler)
                .timeout(TIMEOUT);
    }

    private Mono<Void> run(SessionCallback<Void> work) {
        return Mono.<Void>fromCallable(() -> jms.execute(work, true))
                .subscribeOn(scheduler)
                .timeout(TIMEOUT);
    }

    private TextMessage text(Session session, String correlationId, Object message) throws JMSException {
        TextMessage text = session.createTextMessage(messages.write(message));
        text.setStringProperty(MediaQueues.TYPE_PROPERTY, MediaMessages.typeOf(message));
        text.setJMSCorrelationID(correlationId);
        return text;
    }

    private static Void put(Session session, Destination to, TextMessage text, int priority) throws JMSException {
        try (MessageProducer producer = session.createProducer(to)) {
            producer.setPriority(priority);
            producer.send(text);
        }
        return null;
    }

    private static Set<String> browse(Session session, String queue) throws JMSException {
        Set<String> ids = new HashSet<>();
        try (QueueBrowser browser = session.createBrowser(session.createQueue(queue))) {
            Enumeration<?> waiting = browser.getEnumeration();
            while (waiting.hasMoreElements() && ids.size() < MOST_BROWSED) {
                ids.add(((Message) waiting.nextElement()).getJMSCorrelationID());
            }
        }
        return ids;
    }
}
