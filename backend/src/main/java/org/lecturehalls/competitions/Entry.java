package org.lecturehalls.competitions;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/** What somebody entered. */
@Document("entries")
record Entry(
        @Id String id,
        String contestId,
        String title,
        String entrantId,
        String entrantName,
        String mediaAssetId,
        Instant enteredAt) {}
