package org.lecturehalls.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A key that was used.
 *
 * @param id operation, user and key
 * @param resultId what was created; null while the creation runs
 * @param token tells claims of the same key apart
 * @param claimedAt when the latest run began
 */
@Document("idempotencyKeys")
record IdempotencyRecord(
        @Id String id,
        @Nullable String resultId,
        String token,
        @Indexed(expireAfter = "1d") Instant claimedAt) {}
