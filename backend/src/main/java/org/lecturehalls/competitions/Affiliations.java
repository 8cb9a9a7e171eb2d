package org.lecturehalls.competitions;

import java.util.Collection;
import java.util.Map;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.lecturers.HomeHalls;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds out where people belong. */
@Component
class Affiliations {

    private static final int AT_A_TIME = 8;

    private final PeopleDirectory people;
    private final LecturerDirectory lecturers;
    private final HomeHalls halls;

    Affiliations(PeopleDirectory people, LecturerDirectory lecturers, HomeHalls halls) {
        this.people = people;
        this.lecturers = lecturers;
        this.halls = halls;
    }

    /** By user id; everybody asked for is there. */
    Mono<Map<String, Affiliation>> of(Collection<String> userIds) {
        return people.known(userIds)
                .collectMap(CurrentUser::id, user -> user.region().value())
                .flatMap(regions -> of(userIds, regions));
    }

    private Mono<Map<String, Affiliation>> of(Collection<String> userIds, Map<String, String> regions) {
        return Flux.fromIterable(userIds)
                .distinct()
                .flatMap(id -> of(id, regions.getOrDefault(id, "")), AT_A_TIME)
                .collectMap(Affiliation::userId);
    }

    private Mono<Affiliation> of(String userId, String region) {
        Affiliation alone = new Affiliation(userId, region, "", "");
        return lecturers
                .ofUser(userId)
                .zipWith(halls.ofUser(userId).defaultIfEmpty(""), (lecturer, hall) -> of(alone, lecturer, hall))
                .defaultIfEmpty(alone);
    }

    private static Affiliation of(Affiliation alone, LecturerSummary lecturer, String hall) {
        String team = lecturer.teamId() == null ? "" : lecturer.teamId();
        String region = alone.isUnknown() ? lecturer.region().value() : alone.region();
        return new Affiliation(alone.userId(), region, hall, team);
    }
}
