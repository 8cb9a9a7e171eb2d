package org.lecturehalls.sessions;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** From what people ask for to a session: 点单, 派单. They rate it like everybody who came (评单). */
@Service
class Demand {

    private final LectureRequestStore requests;
    private final Schedule schedule;
    private final SessionPlanner planner;
    private final HallDirectory halls;
    private final Idempotency idempotency;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Demand(
            LectureRequestStore requests,
            Schedule schedule,
            SessionPlanner planner,
            HallDirectory halls,
            Idempotency idempotency,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.schedule = schedule;
        this.planner = planner;
        this.halls = halls;
        this.idempotency = idempotency;
        this.events = events;
        this.clock = clock;
    }

    /** What somebody asks for. */
    record Wish(
            String topic,
            String subject,
            String hallId,
            @Nullable Instant from,
            @Nullable Instant to) {}

    /** @param displaced open requests for the same place that the session now stands in the way of */
    record Assigned(LectureRequest request, Session session, List<LectureRequest> displaced) {}

    Mono<LectureRequest> get(String id) {
        return requests.find(id).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<LectureRequest> ask(Wish wish, @Nullable String key, CurrentUser user) {
        if (wish.from() != null && wish.to() != null && !wish.to().isAfter(wish.from())) {
            return Mono.error(new InvalidInputException(List.of(FieldProblem.of("to", "before-from"))));
        }
        return halls.get(wish.hallId())
                .filter(HallSummary::active)
                .switchIfEmpty(
                        Mono.error(() -> new InvalidInputException(List.of(FieldProblem.of("hallId", "unknown-hall")))))
                .map(hall -> request(wish, hall, user))
                .flatMap(request -> idempotency.once(
                        user.id(),
                        "requests",
                        key,
                        () -> requests.insert(request).map(LectureRequest::id)))
                .flatMap(this::get);
    }

    private LectureRequest request(Wish wish, HallSummary hall, CurrentUser user) {
        return new LectureRequest(
                Ids.next(),
                wish.topic().strip(),
                wish.subject(),
                SessionPlace.of(hall),
                wish.from(),
                wish.to(),
                List.of(user.id()),
                LectureRequest.State.OPEN,
                null,
                null,
                clock.instant(),
                1);
    }

    Mono<Page<LectureRequest>> open(RegionCode region, PageQuery page) {
        return requests.within(region, LectureRequest.State.OPEN, page);
    }

    Mono<Page<LectureRequest>> ofAsker(CurrentUser user, PageQuery page) {
        return requests.askedBy(user.id(), page);
    }

    Mono<LectureRequest> second(String id, CurrentUser user) {
        return get(id).flatMap(request -> requests.second(id, user.id()))
                .switchIfEmpty(Mono.error(() -> new ConflictException("request-closed")));
    }

    /** Makes the session first, under an id of the request's: a repeat after a cut line finds it and goes on. */
    Mono<Assigned> assign(String id, SessionInput input, long version, CurrentUser user) {
        return kept(id, version, user)
                .flatMap(request -> planner.plan(input)
                        .flatMap(plan -> SessionRights.checkPlan(user, plan))
                        .flatMap(plan -> session(request, plan, user))
                        .flatMap(session -> assigned(request, session)));
    }

    private Mono<Session> session(LectureRequest request, SessionPlan plan, CurrentUser user) {
        var id = request.id() + "-session";
        return schedule.create(id, plan, null, user.id())
                .onErrorResume(DuplicateKeyException.class, made -> schedule.get(id));
    }

    private Mono<Assigned> assigned(LectureRequest request, Session session) {
        var plan = session.plan();
        return requests.close(request, LectureRequest.State.ASSIGNED, session.id(), null)
                .doOnNext(this::announce)
                .zipWhen(closed -> requests.openBeside(closed)
                        .filter(other -> other.from() != null && other.wants(plan.startsAt(), plan.endsAt()))
                        .collectList())
                .map(both -> new Assigned(both.getT1(), session, both.getT2()));
    }

    /** Which open requests for the same place a session at that time would stand in the way of. */
    Mono<List<LectureRequest>> displacedBy(String id, Instant start, Instant end, CurrentUser user) {
        return get(id).filter(request -> user.mayActIn(request.place().region()))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")))
                .flatMapMany(requests::openBeside)
                .filter(other -> other.from() != null && other.wants(start, end))
                .collectList();
    }

    Mono<LectureRequest> decline(String id, String reason, long version, CurrentUser user) {
        return kept(id, version, user)
                .flatMap(request -> requests.close(request, LectureRequest.State.DECLINED, null, reason))
                .doOnNext(this::announce);
    }

    private void announce(LectureRequest answered) {
        events.publishEvent(RequestAnswered.of(answered));
    }

    private Mono<LectureRequest> kept(String id, long version, CurrentUser user) {
        return get(id).filter(request -> user.mayActIn(request.place().region()))
                .switchIfEmpty(Mono.error(() -> new NotAllowedException("outside-region")))
                .filter(request -> request.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .filter(request -> request.state() == LectureRequest.State.OPEN)
                .switchIfEmpty(Mono.error(() -> new ConflictException("request-closed")));
    }
}
