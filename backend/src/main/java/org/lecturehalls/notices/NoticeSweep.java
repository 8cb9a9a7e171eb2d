package org.lecturehalls.notices;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What has to be done for notices as time goes by. Many backends may do it at the same time. */
@Component
class NoticeSweep {

    /** Whoever sends has done so by then, or died. */
    private static final Duration SENDING_LASTS = Duration.ofMinutes(5);

    private final NoticeStore notices;
    private final ReceiptStore receipts;
    private final Recipients recipients;
    private final Delivery delivery;
    private final NoticeSettings settings;
    private final Clock clock;

    NoticeSweep(
            NoticeStore notices,
            ReceiptStore receipts,
            Recipients recipients,
            Delivery delivery,
            NoticeSettings settings,
            Clock clock) {
        this.notices = notices;
        this.receipts = receipts;
        this.recipients = recipients;
        this.delivery = delivery;
        this.settings = settings;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    Mono<Void> remind() {
        return Mono.defer(this::remindNow);
    }

    /** All that is due: many are due at the same hour, and nobody should wait for the others' turns. */
    private Mono<Void> remindNow() {
        return remindOfNext().expand(done -> remindOfNext()).then();
    }

    private Mono<Notice> remindOfNext() {
        return Mono.defer(() -> notices.claimReminder(clock.instant()))
                .delayUntil(notice -> receipts.remind(notice.id(), clock.instant()))
                .delayUntil(notices::reminded);
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    Mono<Void> carryOn() {
        return Mono.defer(this::carryOnNow);
    }

    private Mono<Void> carryOnNow() {
        return notices.stuck(clock.instant().minus(SENDING_LASTS))
                .filter(notice -> notice.audience() != null)
                .concatMap(this::carryOn)
                .then();
    }

    private Mono<Notice> carryOn(Notice notice) {
        return recipients
                .of(Objects.requireNonNull(notice.audience()))
                .flatMap(found -> delivery.handOut(notice, found.people()));
    }

    /** What the platform itself told is of no use for long. */
    @Scheduled(initialDelay = 120_000, fixedDelay = 600_000)
    Mono<Void> forgetOld() {
        return Mono.defer(this::forgetOldNow);
    }

    private Mono<Void> forgetOldNow() {
        return notices.automaticBefore(clock.instant().minus(settings.automaticKept()))
                .map(Notice::id)
                .collectList()
                .filter(ids -> !ids.isEmpty())
                .flatMap(this::remove);
    }

    private Mono<Void> remove(List<String> ids) {
        return receipts.removeOf(ids).then(notices.remove(ids));
    }
}
