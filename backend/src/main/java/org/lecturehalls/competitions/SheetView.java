package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A judge's own sheet, as it was typed. */
@Schema(name = "ScoreSheet")
record SheetView(
        String contestId,
        String entryId,
        Map<String, String> scores,
        @Nullable String comment,
        @Nullable String authorComment,
        SheetState state,
        @Nullable Instant savedAt,
        @Nullable String reopenedBecause) {

    static SheetView of(JudgingSheet sheet) {
        return new SheetView(
                sheet.contestId(),
                sheet.entryId(),
                new TreeMap<>(sheet.scores()),
                sheet.comment(),
                sheet.authorComment(),
                sheet.state(),
                sheet.savedAt(),
                sheet.reopenedBecause());
    }
}
