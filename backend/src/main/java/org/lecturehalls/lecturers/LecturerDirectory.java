package org.lecturehalls.lecturers;

import java.time.Instant;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** Finds lecturers for other capabilities; those put away are not found. */
public interface LecturerDirectory {

    /** Empty when there is none. */
    Mono<LecturerSummary> get(String lecturerId);

    /** The lecturer who signs in with this account; empty when there is none. */
    Mono<LecturerSummary> ofUser(String userId);

    /** Whether a lecturer holds a certificate that is good on the day of a time. */
    default Mono<Boolean> certifiedAt(String lecturerId, Instant time) {
        return get(lecturerId).map(LecturerSummary::certified).defaultIfEmpty(false);
    }

    /** How many lecturers and teams a region and everything inside it has, those put away left out. */
    Mono<StaffCount> countWithin(RegionCode region);
}
