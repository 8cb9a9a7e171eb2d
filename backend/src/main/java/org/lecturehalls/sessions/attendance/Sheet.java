package org.lecturehalls.sessions.attendance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A sheet of the attendance list. A session has a fixed number of them, and a person's id says which one is theirs, so that
 * one conditional write to one document notes a person exactly once.
 *
 * @param id session and number of the sheet
 * @param headCount on the first sheet only
 */
@Document("attendanceSheets")
@CompoundIndex(def = "{'entries.person': 1}")
record Sheet(
        @Id String id,
        @Nullable List<SheetEntry> entries,
        @Nullable List<Correction> trail,
        @Nullable Integer headCount) {

    static String id(String sessionId, int number) {
        return sessionId + ":" + number;
    }

    static String idFor(String sessionId, int sheets, String person) {
        return id(sessionId, Math.floorMod(person.hashCode(), sheets));
    }
}
