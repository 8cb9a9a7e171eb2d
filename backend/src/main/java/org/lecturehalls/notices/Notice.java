package org.lecturehalls.notices;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A notice as it is stored. Who gets it stands in its receipts, written when it is sent.
 *
 * @param occasion what the platform tells of, so that it tells it once; null for a department's notice
 * @param subjectId the session or request it is about
 * @param audience null when the platform chose the recipients
 * @param senderId null when the platform sent it
 * @param confirm whether recipients have to say that they have understood
 * @param remindAt when those who have not done what is asked are reminded; null when that was done or is not wanted
 * @param unreachable halls without a manager and lecturers without an account
 */
@Document("notices")
@CompoundIndex(def = "{'region': 1, '_id': -1}")
@CompoundIndex(def = "{'attachments.assetId': 1}")
record Notice(
        @Id String id,
        @Indexed(unique = true, sparse = true) @Nullable String occasion,
        NoticeKind kind,
        @Nullable String subjectId,
        String title,
        String text,
        List<Attachment> attachments,
        @Nullable Instant dueAt,
        @Nullable Instant remindAt,
        boolean confirm,
        RegionCode region,
        @Nullable NoticeAudience audience,
        @Nullable String senderId,
        String senderName,
        NoticeState state,
        @Nullable String revokeReason,
        int recipients,
        int unreachable,
        Instant sentAt,
        long version) {

    /** @param fileName for people to read */
    record Attachment(String assetId, String fileName) {}

    boolean has(String assetId) {
        return attachments.stream().anyMatch(each -> each.assetId().equals(assetId));
    }
}
