package org.lecturehalls.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.SessionCall;
import org.lecturehalls.sessions.SessionCalls;
import org.lecturehalls.sessions.SessionChanged;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Tells lecturers and hall managers of sessions that are moved, changed or cancelled, and reminds them. An event says only
 * that a session changed; the session's sequence says whether it is news, so that events may come twice or late.
 */
@Service
class SessionNews {

    private static final int BATCH = 500;
    private static final Duration AHEAD = Duration.ofDays(14);

    private final SessionCalls calls;
    private final Recipients recipients;
    private final Delivery delivery;
    private final SessionTexts texts;
    private final ReactiveMongoOperations mongo;
    private final NoticeSettings settings;
    private final Clock clock;
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean busy = new AtomicBoolean();

    SessionNews(
            SessionCalls calls,
            Recipients recipients,
            Delivery delivery,
            ReactiveMongoOperations mongo,
            NoticeSettings settings,
            Clock clock) {
        this.calls = calls;
        this.recipients = recipients;
        this.delivery = delivery;
        this.texts = new SessionTexts(settings.zone());
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener
    void on(SessionChanged event) {
        changed.add(event.sessionId());
    }

    /** Events are kept in memory; after a crash the sessions of the next weeks are looked at again. */
    @Scheduled(initialDelay = 30_000, fixedDelay = 3_600_000)
    Mono<Void> catchUp() {
        return Mono.defer(this::catchUpNow);
    }

    private Mono<Void> catchUpNow() {
        var now = clock.instant();
        return calls.startingBetween(now, now.plus(AHEAD))
                .doOnNext(call -> changed.add(call.sessionId()))
                .then();
    }

    @Scheduled(initialDelay = 2_500, fixedDelay = 1_000)
    Mono<Void> flush() {
        return Mono.defer(() -> changed.isEmpty() || !busy.compareAndSet(false, true)
                ? Mono.empty()
                : tellSome().doFinally(end -> busy.set(false)));
    }

    /** Whether all events so far were told. */
    boolean isCurrent() {
        return changed.isEmpty() && !busy.get();
    }

    private Mono<Void> tellSome() {
        var batch = changed.stream().limit(BATCH).toList();
        return Flux.fromIterable(batch).concatMap(this::tell).then();
    }

    /** Forgotten before it is read: a change that comes meanwhile is an event of its own. */
    private Mono<Void> tell(String sessionId) {
        changed.remove(sessionId);
        return calls.of(sessionId).flatMap(this::tell).doOnError(failure -> changed.add(sessionId));
    }

    private Mono<Void> tell(SessionCall call) {
        return mongo.findById(call.sessionId(), ToldSession.class)
                .switchIfEmpty(Mono.defer(() -> mongo.save(ToldSession.of(call, null))))
                .filter(told -> told.sequence() < call.sequence())
                .flatMap(told -> tell(call, told));
    }

    private Mono<Void> tell(SessionCall call, ToldSession before) {
        var remember = mongo.save(ToldSession.of(call, before.remindedOf())).then();
        var isOver =
                call.startsAt().isBefore(clock.instant()) && before.startsAt().isBefore(clock.instant());
        return isOver
                ? remember
                : concerned(call, before)
                        .collectList()
                        .flatMap(people -> delivery.tell(texts.news(call, before.newsIn(call)), people))
                        .then(remember);
    }

    /** Those who had to come, those who have to come now, and the managers of both halls. */
    private Flux<Recipient> concerned(SessionCall call, @Nullable ToldSession before) {
        var former = before == null ? Stream.<Recipient>of() : before.lecturers().stream();
        var formerHall = before == null ? Stream.<String>of() : Stream.of(before.hallId());
        var halls = Stream.concat(Stream.of(call.hallId()), formerHall).distinct();
        return Flux.concat(
                Flux.fromStream(Stream.concat(ToldSession.lecturers(call).stream(), former)),
                Flux.fromStream(halls).concatMap(recipients::managerOf));
    }

    @Scheduled(initialDelay = 45_000, fixedDelay = 300_000)
    Mono<Void> remind() {
        return Mono.defer(this::remindNow);
    }

    private Mono<Void> remindNow() {
        var now = clock.instant();
        return calls.startingBetween(now, now.plus(settings.remindOfSession()))
                .concatMap(this::remind)
                .then();
    }

    private Mono<Void> remind(SessionCall call) {
        return mongo.findById(call.sessionId(), ToldSession.class)
                .filter(told -> call.startsAt().equals(told.remindedOf()))
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : remindNow(call));
    }

    private Mono<Void> remindNow(SessionCall call) {
        return concerned(call, null)
                .collectList()
                .flatMap(people -> delivery.tell(texts.reminder(call), people))
                .then(mongo.findById(call.sessionId(), ToldSession.class))
                .defaultIfEmpty(ToldSession.of(call, null))
                .flatMap(told -> mongo.save(told.reminded(call.startsAt())))
                .then();
    }
}
