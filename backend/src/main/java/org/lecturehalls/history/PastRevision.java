package org.lecturehalls.history;

import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A revision that has been followed by another.
 *
 * @param id subject and version, so that keeping it twice keeps it once
 * @param subject kind and id of the record
 */
@Document("revisions")
@CompoundIndex(def = "{'subject': 1, 'revision.version': -1}")
record PastRevision(@Id String id, String subject, Revision revision) {

    static PastRevision of(String subject, Revision revision) {
        return new PastRevision(subject + ":" + revision.version(), subject, revision);
    }
}
