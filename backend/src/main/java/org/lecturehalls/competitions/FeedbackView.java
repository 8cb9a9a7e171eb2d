package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the judges gave an entry and say to its people.
 *
 * @param sheets in an order that does not tell whose is which
 */
@Schema(name = "EntryFeedback")
record FeedbackView(String entryId, List<SheetFeedback> sheets) {

    /** One judge's, without a name. */
    @Schema(name = "SheetFeedback")
    record SheetFeedback(
            Map<String, String> scores, @Nullable String comment) {}

    static FeedbackView of(String entryId, List<JudgingSheet> submitted) {
        List<SheetFeedback> sheets = submitted.stream()
                .map(sheet -> new SheetFeedback(new TreeMap<>(sheet.scores()), sheet.authorComment()))
                .sorted(Comparator.comparing(
                                (SheetFeedback sheet) -> sheet.scores().toString())
                        .thenComparing(sheet -> sheet.comment() == null ? "" : sheet.comment()))
                .toList();
        return new FeedbackView(entryId, sheets);
    }
}
