package org.lecturehalls.sessions;

import java.time.Instant;
import org.lecturehalls.sessions.booking.Resource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class StoredHallProgramme implements HallProgramme {

    private final Agenda agenda;

    StoredHallProgramme(Agenda agenda) {
        this.agenda = agenda;
    }

    @Override
    public Flux<Item> of(String hallId, Instant from, Instant to) {
        return Flux.defer(() -> agenda.of(Resource.hall(hallId), new SessionQuery(hallId, null, null, from, to)))
                .map(session -> new Item(
                        session.id(),
                        session.plan().title(),
                        session.plan().startsAt(),
                        session.plan().courseId()));
    }
}
