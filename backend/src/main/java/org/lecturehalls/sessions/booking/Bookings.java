package org.lecturehalls.sessions.booking;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.platform.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Books halls, lecturers and vehicles together or not at all, with writes to single documents only.
 *
 * <p>A booking is noted as pending, then its claims are entered one after the other in a fixed order, each by one
 * conditional write, and then the session is committed by one write to its own document. Only that write decides: whoever
 * comes upon a claim whose booking was left half-way asks the session ({@link BookingOwner}) and makes the claim firm or
 * removes it. So a request may die anywhere and nothing stays taken.
 */
@Service
public class Bookings {

    private static final Logger LOG = LoggerFactory.getLogger(Bookings.class);

    /** How many bookings one sweep settles at a time. */
    private static final int SWEEP_CONCURRENCY = 4;

    private final ReactiveMongoOperations mongo;
    private final Timetables timetables;
    private final Claimant claimant;
    private final BookingOwner owner;
    private final BookingSettings settings;
    private final Clock clock;

    Bookings(
            ReactiveMongoOperations mongo,
            Timetables timetables,
            BookingOwner owner,
            BookingSettings settings,
            Clock clock) {
        this.mongo = mongo;
        this.timetables = timetables;
        this.owner = owner;
        this.settings = settings;
        this.clock = clock;
        this.claimant = new Claimant(timetables, settings, clock, this::settleLapsed);
    }

    /**
     * Books what a session needs.
     *
     * @return what the commit answers; fails with a conflict that names the first session in the way
     */
    public <T> Mono<T> book(BookingRequest request, Commitment<T> commitment) {
        return Mono.defer(() -> {
            var claims = claims(request);
            var booking = new Booking(
                    Ids.next(), claims.stream().map(WantedClaim::timetable).toList());
            return note(booking.id(), request.sessionId(), booking)
                    .flatMap(pending -> settledAfter(pending, enter(request, claims, pending, commitment)));
        });
    }

    private <T> Mono<T> enter(
            BookingRequest request, List<WantedClaim> claims, PendingBooking pending, Commitment<T> commitment) {
        return commitment
                .prepare(pending.booking())
                .then(claimant.enterAll(claims, claim(request, pending)))
                .then(Mono.defer(() -> commitment.commit(pending.booking())));
    }

    /** Notes that a session is about to give a booking up, by a commit of its own, and gives back what it held. */
    public <T> Mono<T> release(String sessionId, Booking booking, Mono<T> commit) {
        return note(Ids.next(), sessionId, booking).flatMap(pending -> settledAfter(pending, commit));
    }

    /** Ids of the sessions that a resource has in these months, in no order. */
    public Flux<String> sessionsOf(Resource resource, YearMonth first, YearMonth last) {
        var ids = Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> Timetable.id(resource, month))
                .toList();
        return timetables
                .readAll(ids)
                .flatMapIterable(Timetable::claims)
                .map(Claim::sessionId)
                .distinct();
    }

    private <T> Mono<T> settledAfter(PendingBooking pending, Mono<T> work) {
        return work.onErrorResume(failure -> settled(pending).then(Mono.error(failure)))
                .flatMap(done -> settled(pending).thenReturn(done));
    }

    private Mono<PendingBooking> note(String id, String sessionId, Booking booking) {
        var pending = new PendingBooking(id, sessionId, booking, clock.instant().plus(settings.holdLasts()));
        return mongo.insert(pending);
    }

    private List<WantedClaim> claims(BookingRequest request) {
        return request.resources().stream()
                .flatMap(resource -> Timetable.months(
                                resource, request.from(), request.to(), settings.travel(), settings.zone())
                        .map(month -> new WantedClaim(resource, Timetable.id(resource, month))))
                .sorted()
                .toList();
    }

    private static Claim claim(BookingRequest request, PendingBooking pending) {
        return new Claim(
                pending.booking().id(),
                request.sessionId(),
                request.title(),
                request.place(),
                request.at(),
                request.from(),
                request.to(),
                pending.settleAfter());
    }

    /** Settling may fail when the store does; the sweep comes back to it. */
    private Mono<Void> settled(PendingBooking pending) {
        return settle(pending).onErrorResume(failure -> {
            LOG.debug("Booking {} is left to the sweep", pending.id(), failure);
            return Mono.empty();
        });
    }

    /** A claim whose note is gone was entered by a request that came too late; it is in this timetable only. */
    private Mono<Void> settleLapsed(Claim lapsed, String timetable) {
        var booking = new Booking(lapsed.bookingId(), List.of(timetable));
        var alone = new PendingBooking(booking.id(), lapsed.sessionId(), booking, clock.instant());
        return mongo.findById(lapsed.bookingId(), PendingBooking.class)
                .defaultIfEmpty(alone)
                .flatMap(this::settle);
    }

    private Mono<Void> settle(PendingBooking pending) {
        var booking = pending.booking();
        return owner.settle(pending.sessionId(), booking.id())
                .flatMapMany(holds -> Flux.fromIterable(booking.timetables())
                        .concatMap(id ->
                                holds ? timetables.confirm(id, booking.id()) : timetables.withdraw(id, booking.id())))
                .then(mongo.remove(pending))
                .then();
    }

    @Scheduled(fixedDelay = 15_000, initialDelay = 5_000)
    Mono<Void> sweep() {
        return Mono.defer(this::sweepNow);
    }

    private Mono<Void> sweepNow() {
        return sweep(clock.instant());
    }

    private Mono<Void> sweep(Instant now) {
        var left = Query.query(where("settleAfter").lt(now)).limit(500);
        return mongo.find(left, PendingBooking.class)
                .flatMap(this::settle, SWEEP_CONCURRENCY)
                .then();
    }
}
