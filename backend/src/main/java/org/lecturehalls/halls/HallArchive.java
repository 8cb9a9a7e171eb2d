package org.lecturehalls.halls;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Batches;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class HallArchive implements HallIntake {

    private static final int BATCH = 500;
    private static final List<OpeningHours> EVERY_DAY = Stream.of(DayOfWeek.values())
            .map(day -> new OpeningHours(day, LocalTime.of(8, 0), LocalTime.of(21, 0)))
            .toList();

    private final ReactiveMongoOperations mongo;
    private final HallRecords halls;

    HallArchive(ReactiveMongoOperations mongo, HallRecords halls) {
        this.mongo = mongo;
        this.halls = halls;
    }

    @Override
    public Mono<Void> take(List<Entry> entries, CurrentUser by) {
        Revision first = halls.records().first(by);
        Flux<Hall> taken = Flux.fromIterable(entries).map(entry -> hall(entry, first));
        return Batches.put(mongo, taken, Hall.class, BATCH).then();
    }

    private static Hall hall(Entry entry, Revision first) {
        HallInput input = new HallInput(
                entry.number(),
                entry.name(),
                entry.type(),
                HallState.OPEN,
                entry.region(),
                entry.address(),
                entry.latitude(),
                entry.longitude(),
                entry.capacity(),
                entry.equipment(),
                EVERY_DAY,
                null,
                null);
        return Hall.of(entry.id(), input, entry.region(), null, first);
    }
}
