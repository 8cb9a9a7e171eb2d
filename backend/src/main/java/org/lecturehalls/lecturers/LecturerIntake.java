package org.lecturehalls.lecturers;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** Takes lecturers and teams over that were kept elsewhere, ids and all. */
public interface LecturerIntake {

    /**
     * One lecturer.
     *
     * @param number unique in the city
     * @param kind how many-th of the categories, forms and languages the person has, counted from 0 and round and round
     */
    record Person(
            String id,
            String number,
            String name,
            RegionCode region,
            int kind,
            List<String> subjects,
            String homeHallId,
            @Nullable String teamId) {}

    /** @param leaderId one of the members */
    record Group(String id, String number, String name, RegionCode region, String leaderId) {}

    /** Stores them as made by the person; a repeat changes nothing. Regions, halls and teams are not looked up. */
    Mono<Void> take(List<Person> lecturers, List<Group> teams, CurrentUser by);
}
