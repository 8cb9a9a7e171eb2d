package org.lecturehalls.exchange;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * An import and how far it has come.
 *
 * @param owner with the rights of the moment when the file was sent
 * @param attempt which try this is; whoever works for an older one is too late
 * @param leaseUntil until when the one at work is taken to be alive
 * @param reason why the file as a whole is refused
 */
@Document("imports")
record ImportRun(
        @Id String id,
        String list,
        String fileName,
        CurrentUser owner,
        @Indexed ImportState state,
        int attempt,
        Instant leaseUntil,
        long total,
        long done,
        long created,
        long changed,
        long same,
        long problems,
        @Nullable String reason,
        Instant createdAt) {

    String sourceKey() {
        return sourceKey(id);
    }

    static String sourceKey(String id) {
        return "imports/" + id + "/source";
    }
}
