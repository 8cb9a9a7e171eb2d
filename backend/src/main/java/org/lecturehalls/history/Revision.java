package org.lecturehalls.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a record came to its present version: who did what, and when.
 *
 * @param version 1 for the creation, one more for each change
 */
public record Revision(
        @Schema(example = "3") long version,
        String authorId,
        @Schema(example = "韦秀兰") String authorName,
        Instant at,
        ChangeKind kind,
        List<FieldChange> changes) {

    /** The fields in which two states of a record differ, by name. */
    public static List<FieldChange> differences(Map<String, String> before, Map<String, String> after) {
        Map<String, String> all = new TreeMap<>(before);
        after.forEach(all::putIfAbsent);
        List<FieldChange> changes = new ArrayList<>();
        for (String field : all.keySet()) {
            String old = before.getOrDefault(field, "");
            String now = after.getOrDefault(field, "");
            if (!old.equals(now)) {
                changes.add(new FieldChange(field, old, now));
            }
        }
        return changes;
    }
}
