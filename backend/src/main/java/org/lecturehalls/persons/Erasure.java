package org.lecturehalls.persons;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A wish to be forgotten, and when it was done the note that it was, which tells of nobody any more.
 *
 * @param userId null once it is done
 * @param dueAt when it is carried out, or from when somebody else carries on
 * @param confirmed whether an administrator did not wait
 * @param changed how many documents of each capability
 */
@Document("erasures")
record Erasure(
        @Id String id,
        @Indexed(unique = true, sparse = true) @Nullable String userId,
        RegionCode region,
        State state,
        Instant requestedAt,
        Instant dueAt,
        boolean confirmed,
        @Nullable Instant doneAt,
        Map<String, Long> changed) {

    enum State {
        WAITING,
        ERASING,
        DONE
    }

    /** What stands where the person's id stood. */
    String alias() {
        return "gone-" + id;
    }
}
