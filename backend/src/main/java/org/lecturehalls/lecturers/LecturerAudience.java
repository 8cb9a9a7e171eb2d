package org.lecturehalls.lecturers;

import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Flux;

/** Finds the lecturers that something is meant for. */
public interface LecturerAudience {

    /** @param userId the account the person signs in with; null when there is none */
    record Member(
            String lecturerId,
            String name,
            RegionCode region,
            @Nullable String userId) {}

    /**
     * Lecturers of a region and everything inside it, those put away left out, in the order of their numbers.
     *
     * @param categories of which each has at least one; when empty, all do
     * @param teamIds of which each is in one; when empty, all are
     */
    Flux<Member> within(RegionCode region, Collection<LecturerCategory> categories, Collection<String> teamIds);
}
