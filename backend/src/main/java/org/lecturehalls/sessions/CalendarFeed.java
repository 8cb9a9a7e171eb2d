package org.lecturehalls.sessions;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A calendar at a secret address. Only a digest of the secret is stored: whoever reads the database learns no address.
 *
 * @param id digest of the secret
 * @param subjectId of the hall or lecturer
 */
@Document("calendarFeeds")
@CompoundIndex(def = "{'ownerId': 1}")
record CalendarFeed(@Id String id, Kind kind, String subjectId, String name, String ownerId, Instant createdAt) {

    enum Kind {
        HALL,
        LECTURER
    }
}
