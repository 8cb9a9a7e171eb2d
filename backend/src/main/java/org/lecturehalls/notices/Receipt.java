package org.lecturehalls.notices;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * One notice in one person's hands.
 *
 * @param id the notice's id and the person's, so that nobody gets it twice
 * @param confirm whether the person has to confirm it
 * @param revoked whether it was taken back
 */
@Document("noticeReceipts")
@CompoundIndex(def = "{'userId': 1, '_id': -1}")
@CompoundIndex(def = "{'noticeId': 1, '_id': 1}")
record Receipt(
        @Id String id,
        String noticeId,
        String userId,
        String name,
        String place,
        RegionCode region,
        boolean confirm,
        boolean revoked,
        @Nullable Instant readAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant remindedAt) {

    static String id(String noticeId, String userId) {
        return noticeId + ":" + userId;
    }

    static Receipt of(Notice notice, Recipient recipient) {
        return new Receipt(
                id(notice.id(), recipient.userId()),
                notice.id(),
                recipient.userId(),
                recipient.name(),
                recipient.place(),
                recipient.region(),
                notice.confirm(),
                false,
                null,
                null,
                null);
    }
}
