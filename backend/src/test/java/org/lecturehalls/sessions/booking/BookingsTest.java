package org.lecturehalls.sessions.booking;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.reactivestreams.client.MongoClients;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.EmbeddedParts;
import org.lecturehalls.support.TestClock;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

class BookingsTest {

    private static final Place TIANDONG = new Place(23.6, 107.1);
    private static final Place JINGXI = new Place(23.134, 106.417);
    private static final Instant NINE = Instant.parse("2027-05-10T01:00:00Z");
    private static final ReactiveMongoTemplate MONGO =
            new ReactiveMongoTemplate(MongoClients.create(EmbeddedParts.mongoUri("bookings")), "bookings");

    private final TestClock clock = new TestClock();
    private final Sessions sessions = new Sessions();
    private Bookings bookings;
    private String hall;
    private String lecturer;

    @BeforeEach
    void setUp() {
        hall = Ids.next();
        lecturer = Ids.next();
        var settings = new BookingSettings(
                ZoneId.of("Asia/Shanghai"), 40, Duration.ofMinutes(15), Duration.ofHours(6), Duration.ofSeconds(30));
        bookings = new Bookings(MONGO, new Timetables(MONGO), sessions, settings, clock);
    }

    @Test
    void letsOneOfManySimultaneousRequestsHaveAHall() {
        var outcomes = Flux.range(0, 200)
                .flatMap(
                        number -> book("s" + number, TIANDONG, NINE, Resource.hall(hall))
                                .subscribeOn(Schedulers.boundedElastic())
                                .map(won -> "won")
                                .onErrorResume(ConflictException.class, lost -> Mono.just(code(lost))),
                        200)
                .collectMultimap(outcome -> outcome)
                .block(Duration.ofSeconds(20));

        assertThat(outcomes.get("won")).hasSize(1);
        assertThat(outcomes.get("hall-booked")).hasSize(199);
    }

    @Test
    void givesEveryoneWhatDoesNotClash() {
        var booked = Flux.range(0, 40)
                .flatMap(
                        number -> book("s" + number, TIANDONG, NINE.plusSeconds(3600L * number), Resource.hall(hall))
                                .subscribeOn(Schedulers.boundedElastic()),
                        40)
                .count();

        StepVerifier.create(booked).expectNext(40L).verifyComplete();
    }

    @Test
    void countsTheJourneyOfALecturerAcrossTheEndOfAMonth() {
        var lastEvening = Instant.parse("2027-05-31T15:00:00Z"); // 23:00 in Shanghai
        var nextMonth = lastEvening.plus(Duration.ofHours(2));

        StepVerifier.create(book("s1", TIANDONG, lastEvening, Resource.lecturer(lecturer)))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(book("s2", JINGXI, nextMonth, Resource.lecturer(lecturer)))
                .expectErrorSatisfies(failure -> assertThat(code(failure)).isEqualTo("lecturer-booked"))
                .verify();
        StepVerifier.create(book("s2", TIANDONG, nextMonth, Resource.lecturer(lecturer)))
                .expectNextCount(1)
                .verifyComplete();
    }

    @Test
    void givesTheHallBackWhenTheLecturerIsTaken() {
        book("s1", TIANDONG, NINE, Resource.lecturer(lecturer)).block(Duration.ofSeconds(20));

        StepVerifier.create(book("s2", TIANDONG, NINE, Resource.hall(hall), Resource.lecturer(lecturer)))
                .expectError(ConflictException.class)
                .verify();
        StepVerifier.create(book("s3", TIANDONG, NINE, Resource.hall(hall)))
                .expectNextCount(1)
                .verifyComplete();
    }

    enum Death {
        BEFORE_COMMIT,
        AFTER_COMMIT
    }

    @ParameterizedTest
    @EnumSource
    void settlesWhatARequestThatDiedLeftBehind(Death death) {
        die("s1", death);
        clock.advance(Duration.ofMinutes(1));

        bookings.sweep().block(Duration.ofSeconds(20));

        assertThat(claims()).hasSize(death == Death.AFTER_COMMIT ? 1 : 0).allMatch(Claim::isFirm);
        assertThat(MONGO.findAll(PendingBooking.class).collectList().block()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void settlesItWhenSomebodyElseComesUponIt(Death death) {
        die("s1", death);
        clock.advance(Duration.ofMinutes(1));

        var second = book("s2", TIANDONG, NINE, Resource.hall(hall));

        if (death == Death.AFTER_COMMIT) {
            StepVerifier.create(second).expectError(ConflictException.class).verify();
        } else {
            StepVerifier.create(second).expectNext("s2").verifyComplete();
        }
    }

    @Test
    void refusesACommitThatComesAfterItWasSettled() {
        var late = bookings.book(request("s1", TIANDONG, NINE, Resource.hall(hall)), new Commitment<String>() {
            @Override
            public Mono<Void> prepare(Booking booking) {
                return sessions.announce("s1", booking);
            }

            @Override
            public Mono<String> commit(Booking booking) {
                clock.advance(Duration.ofMinutes(1));
                return bookings.sweep().then(sessions.commit("s1", booking));
            }
        });

        StepVerifier.create(late).expectErrorMessage("settled before").verify();
        assertThat(claims()).isEmpty();
    }

    @Test
    void freesWhatACancelledSessionHeld() {
        var request = request("s1", TIANDONG, NINE, Resource.hall(hall));
        bookings.book(request, sessions.commitment("s1")).block(Duration.ofSeconds(20));

        bookings.release("s1", sessions.current.get("s1"), Mono.fromCallable(() -> sessions.current.remove("s1")))
                .block(Duration.ofSeconds(20));

        assertThat(claims()).isEmpty();
    }

    private Mono<String> book(String session, Place place, Instant from, Resource... resources) {
        var id = session.equals("s1") || session.equals("s2") || session.equals("s3") ? session : session + hall;
        return bookings.book(request(id, place, from, resources), sessions.commitment(id));
    }

    private static BookingRequest request(String session, Place place, Instant from, Resource... resources) {
        return new BookingRequest(session, "山歌", "讲习所", place, from, from.plus(Duration.ofHours(1)), Set.of(resources));
    }

    private void die(String session, Death death) {
        var dying = new Commitment<String>() {
            @Override
            public Mono<Void> prepare(Booking booking) {
                return sessions.announce(session, booking);
            }

            @Override
            public Mono<String> commit(Booking booking) {
                var done = death == Death.AFTER_COMMIT ? sessions.commit(session, booking) : Mono.<String>empty();
                return done.then(Mono.<String>never());
            }
        };
        StepVerifier.create(bookings.book(request(session, TIANDONG, NINE, Resource.hall(hall)), dying))
                .thenAwait(Duration.ofMillis(200))
                .thenCancel()
                .verify();
    }

    private List<Claim> claims() {
        var id = Timetable.id(Resource.hall(hall), YearMonth.of(2027, 5));
        return new Timetables(MONGO).read(id).block().claims();
    }

    private static String code(Throwable failure) {
        return ((ConflictException) failure)
                .fields().stream().map(FieldProblem::code).findFirst().orElseThrow();
    }

    /** Sessions in memory, with the one promise that counts: settled once, never committed after. */
    private static final class Sessions implements BookingOwner {

        private final Map<String, String> announced = new ConcurrentHashMap<>();
        private final Map<String, Booking> current = new ConcurrentHashMap<>();

        Mono<Void> announce(String session, Booking booking) {
            return Mono.fromRunnable(() -> announced.put(session, booking.id()));
        }

        Mono<String> commit(String session, Booking booking) {
            return Mono.fromCallable(() -> {
                if (!announced.remove(session, booking.id())) {
                    throw new IllegalStateException("settled before");
                }
                current.put(session, booking);
                return session;
            });
        }

        Commitment<String> commitment(String session) {
            return new Commitment<>() {
                @Override
                public Mono<Void> prepare(Booking booking) {
                    return announce(session, booking);
                }

                @Override
                public Mono<String> commit(Booking booking) {
                    return Sessions.this.commit(session, booking);
                }
            };
        }

        @Override
        public Mono<Boolean> settle(String session, String bookingId) {
            return Mono.fromCallable(() -> {
                announced.remove(session, bookingId);
                var booking = current.get(session);
                return booking != null && booking.id().equals(bookingId);
            });
        }
    }
}
