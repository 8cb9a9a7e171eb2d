package org.lecturehalls.competitions;

import org.lecturehalls.competitions.audit.LogLine;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A line of a contest's log near its end, from where the end is looked for; which line is the last, the lines
 * themselves say.
 */
@Document("contestLogHeads")
record LogHead(@Id String id, long seq, String hash) {

    static LogHead none(String contestId) {
        return new LogHead(contestId, 0, LogLine.NO_LINE);
    }
}
