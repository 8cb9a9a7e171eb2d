package org.lecturehalls.notices;

import java.time.Clock;
import org.lecturehalls.sessions.SessionCall;
import org.lecturehalls.sessions.SessionCalls;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reminds lecturers and hall managers of records that will soon be due. */
@Component
class RecordReminders {

    private final SessionCalls calls;
    private final Recipients recipients;
    private final NoticeStore notices;
    private final Delivery delivery;
    private final NoticeSettings settings;
    private final SessionTexts texts;
    private final Clock clock;

    RecordReminders(
            SessionCalls calls,
            Recipients recipients,
            NoticeStore notices,
            Delivery delivery,
            NoticeSettings settings,
            Clock clock) {
        this.calls = calls;
        this.recipients = recipients;
        this.notices = notices;
        this.delivery = delivery;
        this.settings = settings;
        this.texts = new SessionTexts(settings.zone());
        this.clock = clock;
    }

    @Scheduled(initialDelay = 100_000, fixedDelay = 600_000)
    Mono<Void> remind() {
        return Mono.defer(this::remindNow);
    }

    private Mono<Void> remindNow() {
        var now = clock.instant();
        return calls.recordsDueBetween(now, now.plus(settings.remindBefore()))
                .concatMap(this::remind)
                .then();
    }

    private Mono<Void> remind(SessionCall call) {
        var told = texts.recordDue(call);
        return notices.ofOccasion(told.occasion())
                .hasElement()
                .flatMap(known -> known ? Mono.empty() : tell(told, call));
    }

    private Mono<Void> tell(Delivery.Told told, SessionCall call) {
        return Flux.fromIterable(ToldSession.lecturers(call))
                .concatWith(recipients.managerOf(call.hallId()))
                .collectList()
                .flatMap(people -> delivery.tell(told, people));
    }
}
