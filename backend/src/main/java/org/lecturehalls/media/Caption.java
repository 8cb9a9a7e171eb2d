package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The captions of a video in one language.
 *
 * @param id of the asset and the language, so that there is one of each
 * @param language as BCP 47 writes it, for example {@code zh} or {@code za-Latn}
 * @param name what the player calls it
 * @param vtt harmless WebVTT
 * @param cues how many captions it has
 * @param changes grows with each change; null for captions from before it was counted
 */
@Document("captions")
record Caption(
        @Id String id,
        @Indexed String assetId,
        String language,
        String name,
        String vtt,
        int cues,
        Instant changedAt,
        @Nullable Long changes) {

    long version() {
        return changes == null ? 0 : changes;
    }

    static String idOf(String assetId, String language) {
        return assetId + ":" + language;
    }
}
