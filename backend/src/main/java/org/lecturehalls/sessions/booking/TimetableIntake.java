package org.lecturehalls.sessions.booking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lecturehalls.platform.Batches;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Enters the claims of many sessions at once, into timetables that nobody else uses. */
@Component
public class TimetableIntake {

    private static final int BATCH = 250;

    private final ReactiveMongoOperations mongo;
    private final BookingSettings settings;

    TimetableIntake(ReactiveMongoOperations mongo, BookingSettings settings) {
        this.mongo = mongo;
        this.settings = settings;
    }

    /** @return what each session holds, by its id */
    public Mono<Map<String, Booking>> enter(Collection<BookingRequest> requests) {
        Map<String, List<Claim>> claims = new TreeMap<>();
        Map<String, Booking> bookings = new HashMap<>();
        for (var request : requests) {
            var booking = new Booking("b-" + request.sessionId(), timetables(request));
            bookings.put(request.sessionId(), booking);
            booking.timetables()
                    .forEach(id -> claims.computeIfAbsent(id, none -> new ArrayList<>())
                            .add(claim(booking, request)));
        }
        var timetables =
                Flux.fromIterable(claims.entrySet()).map(each -> new Timetable(each.getKey(), 1, each.getValue()));
        return Batches.put(mongo, timetables, Timetable.class, BATCH).thenReturn(bookings);
    }

    private List<String> timetables(BookingRequest request) {
        return request.resources().stream()
                .flatMap(resource -> Timetable.months(
                                resource, request.from(), request.to(), settings.travel(), settings.zone())
                        .map(month -> Timetable.id(resource, month)))
                .sorted()
                .toList();
    }

    private static Claim claim(Booking booking, BookingRequest request) {
        return new Claim(
                booking.id(),
                request.sessionId(),
                request.title(),
                request.place(),
                request.at(),
                request.from(),
                request.to(),
                null);
    }
}
