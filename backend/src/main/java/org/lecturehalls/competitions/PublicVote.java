package org.lecturehalls.competitions;

import java.time.Instant;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody's vote of one day. Its id is contest, a hash of the person, and the day, so that nobody votes twice on a day.
 *
 * @param minute minutes since 1970, by which bursts are seen
 * @param voided whether an officer found that it does not count; it stays all the same
 */
@Document("publicVotes")
@CompoundIndex(def = "{'contestId': 1, 'entryId': 1, 'minute': 1}")
record PublicVote(
        @Id String id, String contestId, String entryId, String userId, Instant at, long minute, boolean voided) {}
