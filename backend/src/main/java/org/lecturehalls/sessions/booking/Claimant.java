package org.lecturehalls.sessions.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import org.lecturehalls.platform.ConflictException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Enters the claims of one booking, one after the other, and works out what to do about those in the way. */
final class Claimant {

    /** Another booking in the making is waited for: it may yet fail and leave the place free. */
    private static final int WAITS = 30;

    private static final Duration WAIT = Duration.ofMillis(100);

    private final Timetables timetables;
    private final BookingSettings settings;
    private final Clock clock;
    private final BiFunction<Claim, String, Mono<Void>> settle;
    private final TravelRules travel;

    Claimant(
            Timetables timetables,
            BookingSettings settings,
            Clock clock,
            BiFunction<Claim, String, Mono<Void>> settle) {
        this.timetables = timetables;
        this.settings = settings;
        this.clock = clock;
        this.settle = settle;
        this.travel = settings.travel();
    }

    /** The timetable was changed by another between reading and writing, or a lapsed claim was settled: look again. */
    private static final class LookAgain extends RuntimeException {
        LookAgain() {
            super("look again", null, false, false);
        }
    }

    /** A booking in the making is in the way. */
    private static final class InTheMaking extends RuntimeException {
        private final transient ConflictException conflict;

        InTheMaking(ConflictException conflict) {
            super("in the making", null, false, false);
            this.conflict = conflict;
        }
    }

    Mono<Void> enterAll(List<WantedClaim> wanted, Claim claim) {
        return Flux.fromIterable(wanted)
                .concatMap(each -> enter(each, claim), 1)
                .then();
    }

    private Mono<Void> enter(WantedClaim wanted, Claim claim) {
        return timetables
                .read(wanted.timetable())
                .flatMap(timetable -> enter(timetable, wanted, claim))
                .retryWhen(Retry.indefinitely().filter(LookAgain.class::isInstance))
                .retryWhen(Retry.fixedDelay(WAITS, WAIT)
                        .jitter(0.5)
                        .filter(InTheMaking.class::isInstance)
                        .onRetryExhaustedThrow((retry, signal) -> signal.failure()))
                .onErrorMap(InTheMaking.class, waited -> waited.conflict);
    }

    private Mono<Void> enter(Timetable timetable, WantedClaim wanted, Claim claim) {
        return timetable
                .clash(claim, wanted.resource().kind(), travel)
                .map(inTheWay -> getPast(inTheWay, wanted))
                .orElseGet(() -> timetables.enter(timetable, claim).flatMap(Claimant::lookAgainUnless));
    }

    private Mono<Void> getPast(Claim inTheWay, WantedClaim wanted) {
        if (inTheWay.hasLapsed(clock.instant())) {
            return settle.apply(inTheWay, wanted.timetable()).then(Mono.error(LookAgain::new));
        }
        var conflict = Clash.of(wanted.resource(), inTheWay, settings.zone());
        return Mono.error(inTheWay.isFirm() ? conflict : new InTheMaking(conflict));
    }

    private static Mono<Void> lookAgainUnless(boolean entered) {
        return entered ? Mono.empty() : Mono.error(LookAgain::new);
    }
}
