package org.lecturehalls.media;

import jakarta.jms.ConnectionFactory;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.lecturehalls.media.Inbox.Letter;
import org.lecturehalls.platform.BackgroundLoop;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Reads a queue for as long as the backend runs. A message is acknowledged after it was dealt with, so that none is lost
 * when the backend dies; it is dealt with again then, which does no harm. While the database is away the loop waits with
 * the message in hand.
 */
class InboxLoop implements BackgroundLoop {

    private static final Logger LOG = LoggerFactory.getLogger(InboxLoop.class);
    private static final int TRIES = 10;
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final String queue;
    private final ConnectionFactory connections;
    private final MediaMessages messages;
    private final Scheduler scheduler;
    private final Function<Object, Mono<Object>> handler;

    /** @param handler what to do with a message; what it answers, if anything, goes back to the sender */
    InboxLoop(
            String queue,
            ConnectionFactory connections,
            MediaMessages messages,
            Scheduler scheduler,
            Function<Object, Mono<Object>> handler) {
        this.queue = queue;
        this.connections = connections;
        this.messages = messages;
        this.scheduler = scheduler;
        this.handler = handler;
    }

    @Override
    public String name() {
        return "Reading " + queue;
    }

    @Override
    public Mono<Void> round() {
        return Mono.usingWhen(waiting(() -> new Inbox(connections, queue)), this::readAll, this::close);
    }

    private Mono<Void> readAll(Inbox inbox) {
        return waiting(inbox::receive)
                .flatMap(letter -> dealWith(inbox, letter))
                .repeat()
                .then();
    }

    private Mono<Void> dealWith(Inbox inbox, Letter letter) {
        Object message = messages.read(letter.type(), letter.text());
        if (message == null) {
            LOG.warn("A message of type {} in {} cannot be read and is dropped", letter.type(), queue);
            return acknowledge(inbox, letter);
        }
        return Mono.defer(() -> handler.apply(message))
                .retryWhen(Retry.backoff(TRIES, PAUSE).maxBackoff(LONGEST_PAUSE).filter(e -> e instanceof Exception))
                .flatMap(answer -> reply(inbox, letter, answer))
                .then(acknowledge(inbox, letter));
    }

    private Mono<Void> reply(Inbox inbox, Letter letter, Object answer) {
        return waiting(() -> {
                    inbox.reply(letter, MediaMessages.typeOf(answer), messages.write(answer));
                    return letter;
                })
                .then();
    }

    private Mono<Void> acknowledge(Inbox inbox, Letter letter) {
        return waiting(() -> {
                    inbox.acknowledge(letter);
                    return letter;
                })
                .then();
    }

    private Publisher<Void> close(Inbox inbox) {
        return waiting(() -> {
                    inbox.close();
                    return inbox;
                })
                .then();
    }

    private <T> Mono<T> waiting(Callable<T> call) {
        return Mono.fromCallable(call).subscribeOn(scheduler);
    }
}
