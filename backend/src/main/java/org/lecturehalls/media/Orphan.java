package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Something that has lost its other half: objects that no record knows, or a record whose objects are gone.
 *
 * @param id what it is and where
 * @param prefix what the keys of the objects start with; null for a record
 * @param assetId of the record, or of that which the objects once had
 * @param fileName of a record
 * @param objects how many objects there are, or how many a record misses
 * @param bytes what the objects take up
 * @param newest when the last of the objects was stored
 * @param seenAt when a sweep last found it so
 */
@Document("orphans")
record Orphan(
        @Id String id,
        OrphanKind kind,
        @Nullable String prefix,
        String assetId,
        @Nullable String fileName,
        long objects,
        long bytes,
        @Nullable Instant newest,
        Instant seenAt) {

    static Orphan ofObjects(String prefix, String assetId, Found found, Instant now) {
        return new Orphan(
                prefix.replace('/', '~'),
                OrphanKind.OBJECTS_WITHOUT_RECORD,
                prefix,
                assetId,
                null,
                found.objects(),
                found.bytes(),
                found.newest(),
                now);
    }

    static Orphan ofRecord(Asset asset, long missing, Instant now) {
        return new Orphan(
                "record~" + asset.id(),
                OrphanKind.RECORD_WITHOUT_OBJECTS,
                null,
                asset.id(),
                asset.fileName(),
                missing,
                0,
                null,
                now);
    }

    /** What there is under a prefix. */
    record Found(long objects, long bytes, Instant newest) {

        static final Found NOTHING = new Found(0, 0, Instant.EPOCH);

        Found plus(long size, Instant changedAt) {
            return new Found(objects + 1, bytes + size, changedAt.isAfter(newest) ? changedAt : newest);
        }
    }
}
