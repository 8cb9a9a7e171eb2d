package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * What one judge gives one entry. It is there from the start of judging for each entry that the judge is to judge, so
 * that writing on it is always a change of one document with its conditions in it: there is no other permission to
 * judge an entry than having its sheet.
 *
 * @param id entry and judge
 * @param scores score by criterion, as it was typed
 * @param comment for the panel
 * @param authorComment for the entrant, who reads it once the ranking is published
 * @param open whether judging still goes on
 * @param savedAt when it was last written on; null before
 * @param version counts what was written
 * @param reopenedBecause why an officer gave it back; null when it never was
 * @param unlogged what is still to be moved to the log
 */
@Document("scoreSheets")
record JudgingSheet(
        @Id String id,
        @Indexed String contestId,
        String entryId,
        String judgeId,
        Map<String, String> scores,
        @Nullable String comment,
        @Nullable String authorComment,
        SheetState state,
        boolean open,
        @Nullable Instant savedAt,
        long version,
        @Nullable String reopenedBecause,
        List<Unlogged> unlogged) {

    JudgingSheet {
        scores = Map.copyOf(scores);
        unlogged = List.copyOf(unlogged);
    }

    static String id(String entryId, String judgeId) {
        return entryId + ":" + judgeId;
    }

    static JudgingSheet blank(String contestId, String entryId, String judgeId) {
        return new JudgingSheet(
                id(entryId, judgeId),
                contestId,
                entryId,
                judgeId,
                Map.of(),
                null,
                null,
                SheetState.DRAFT,
                true,
                null,
                0,
                null,
                List.of());
    }
}
