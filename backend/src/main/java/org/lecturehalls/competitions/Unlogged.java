package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.Map;
import org.lecturehalls.competitions.audit.Json;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Ids;

/**
 * What is to be logged of a step. It is part of the one write that takes the step, in the document that the write
 * changes, and is moved to the log afterwards; so there is no step without its record, whenever the backend dies.
 *
 * @param data JSON
 */
record Unlogged(String id, Instant at, String actor, String kind, String data) {

    static Unlogged of(CurrentUser actor, Instant now, String kind, Map<String, ?> data) {
        return new Unlogged(Ids.next(), now, actor.id(), kind, Json.write(data));
    }
}
