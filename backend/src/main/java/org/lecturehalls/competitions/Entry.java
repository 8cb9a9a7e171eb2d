package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What somebody entered.
 *
 * @param versions what it was and is, the first entered first; {@link EntryRef#text} says which one counts
 */
@Document("entries")
record Entry(
        @Id String id, String contestId, String entrantId, String entrantName, Instant enteredAt, List<Text> versions) {

    /** One version; a person without an account stands under a name only. */
    record Text(String title, String category, List<Presenter> coPresenters, String mediaAssetId, Instant at) {

        Text {
            coPresenters = List.copyOf(coPresenters);
        }
    }

    /** @param userId empty for a person without an account */
    record Presenter(String userId, String name) {}

    Entry {
        versions = List.copyOf(versions);
    }

    Text text(EntryRef ref) {
        return versions.get(ref.text());
    }
}
