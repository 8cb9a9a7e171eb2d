package org.lecturehalls.sessions;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Closes requests that nobody answered in time, and says so to those who asked. */
@Component
class LapsedRequests {

    private final LectureRequestStore requests;
    private final DemandSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LapsedRequests(
            LectureRequestStore requests, DemandSettings settings, ApplicationEventPublisher events, Clock clock) {
        this.requests = requests;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** One that another backend was quicker with is closed, and that is what was wanted. */
    @Scheduled(initialDelay = 75_000, fixedDelay = 60_000)
    Mono<Void> close() {
        return Mono.defer(this::closeNow);
    }

    private Mono<Void> closeNow() {
        var now = clock.instant();
        return requests.lapsed(now, now.minus(settings.lapseAfter()))
                .concatMap(request -> requests.lapse(request))
                .doOnNext(closed -> events.publishEvent(RequestAnswered.of(closed)))
                .then();
    }
}
