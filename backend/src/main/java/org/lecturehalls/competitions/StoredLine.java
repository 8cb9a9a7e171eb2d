package org.lecturehalls.competitions;

import java.util.Map;
import java.util.Objects;
import org.lecturehalls.competitions.audit.Json;
import org.lecturehalls.competitions.audit.LogLine;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of a contest's log. Its id is its place in the chain, so that no two lines can follow the same one.
 *
 * @param id contest and number
 * @param recordId of the {@link Unlogged}, which so comes in once
 * @param text the line as it is exported
 */
@Document("contestLog")
record StoredLine(
        @Id String id,
        @Indexed String contestId,
        @Indexed(unique = true) String recordId,
        long seq,
        String kind,
        String text) {

    static String id(String contestId, long seq) {
        return "%s:%010d".formatted(contestId, seq);
    }

    static StoredLine after(LogHead head, Unlogged record) {
        long seq = head.seq() + 1;
        Map<?, ?> data = (Map<?, ?>) Objects.requireNonNull(Json.read(record.data()));
        LogLine line = LogLine.after(head.hash(), seq, record.at().toString(), record.actor(), record.kind(), data);
        return new StoredLine(id(head.id(), seq), head.id(), record.id(), seq, record.kind(), line.text());
    }

    LogHead head() {
        return new LogHead(contestId, seq, LogLine.hashOf(text));
    }
}
