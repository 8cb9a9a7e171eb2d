package org.lecturehalls.lecturers;

import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.media.UploaderHalls;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A lecturer's files go to the account of the home hall. */
@Component
class StoredUploaderHalls implements UploaderHalls {

    private final HomeHalls homes;
    private final HallDirectory halls;

    StoredUploaderHalls(HomeHalls homes, HallDirectory halls) {
        this.homes = homes;
        this.halls = halls;
    }

    @Override
    public Mono<UploaderHall> of(String userId) {
        return homes.ofUser(userId).flatMap(halls::get).map(hall -> new UploaderHall(hall.id(), hall.name()));
    }
}
