package org.lecturehalls.history;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A revision that has been followed by another.
 *
 * @param id subject and version, so that keeping it twice keeps it once
 * @param subject kind and id of the record
 * @param region of the record at that time; null when it belongs to the whole city
 */
@Document("revisions")
@CompoundIndex(def = "{'subject': 1, 'revision.version': -1}")
@CompoundIndex(def = "{'revision.at': -1, '_id': -1}")
@CompoundIndex(def = "{'revision.authorId': 1, 'revision.at': -1}")
@CompoundIndex(def = "{'revision.authorName': 1, 'revision.at': -1}")
record PastRevision(@Id String id, String subject, @Nullable RegionCode region, Revision revision) {

    static PastRevision of(String subject, @Nullable RegionCode region, Revision revision) {
        return new PastRevision(subject + ":" + revision.version(), subject, region, revision);
    }
}
