package org.lecturehalls.halls;

import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.regions.RegionCode;
import reactor.core.publisher.Mono;

/** Takes halls over that were kept elsewhere, ids and all. */
public interface HallIntake {

    /**
     * One hall, open to the public.
     *
     * @param number unique in the city
     * @param latitude degrees north (WGS 84)
     * @param longitude degrees east (WGS 84)
     * @param capacity seats, or people who can stand and listen
     */
    record Entry(
            String id,
            String number,
            String name,
            HallType type,
            RegionCode region,
            String address,
            double latitude,
            double longitude,
            int capacity,
            List<String> equipment) {}

    /** Stores the halls as made by the person; a repeat changes nothing. Regions are not looked up. */
    Mono<Void> take(List<Entry> halls, CurrentUser by);
}
