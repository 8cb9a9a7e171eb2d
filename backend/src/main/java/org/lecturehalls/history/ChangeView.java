package org.lecturehalls.history;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of some record.
 *
 * @param id of the change
 * @param kind of the record
 * @param title by which people know the record; null when it is gone or has none
 */
record ChangeView(
        String id,
        @Schema(example = "halls") String kind,
        String recordId,
        @Schema(example = "平马讲习所") @Nullable String title,
        @Schema(example = "3") long version,
        String authorId,
        @Schema(example = "韦秀兰") String authorName,
        Instant at,
        ChangeKind change,
        List<FieldChange> fields) {}
