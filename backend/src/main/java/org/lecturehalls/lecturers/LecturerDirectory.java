package org.lecturehalls.lecturers;

import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** Finds lecturers for other capabilities; those put away are not found. */
public interface LecturerDirectory {

    /** Empty when there is none. */
    Mono<LecturerSummary> get(String lecturerId);

    /** The lecturer who signs in with this account; empty when there is none. */
    Mono<LecturerSummary> ofUser(String userId);

    /** How many lecturers and teams a region and everything inside it has, those put away left out. */
    Mono<StaffCount> countWithin(RegionCode region);
}
