package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.MediaState;

/** An entry as callers see it; judges see no more than its number and title. */
@Schema(name = "Entry")
record EntryView(
        String id,
        String contestId,
        String title,
        @Nullable Integer number,
        @Nullable String entrantId,
        @Nullable String entrant,
        @Nullable String mediaAssetId,
        @Nullable MediaState state) {

    static EntryView blind(EntryRef ref, Entry entry) {
        return new EntryView(ref.id(), entry.contestId(), entry.title(), ref.number(), null, null, null, null);
    }

    static EntryView full(EntryRef ref, Entry entry, Map<String, MediaState> states) {
        return new EntryView(
                ref.id(),
                entry.contestId(),
                entry.title(),
                ref.number() == 0 ? null : ref.number(),
                entry.entrantId(),
                entry.entrantName(),
                ref.mediaAssetId(),
                states.get(ref.mediaAssetId()));
    }
}
