package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as its recipient sees it.
 *
 * @param subjectId the session or request that it is about
 * @param text empty when the notice was taken back
 * @param remindedAt when the recipient was reminded of it
 */
@Schema(name = "Letter")
record LetterView(
        String id,
        NoticeKind kind,
        @Nullable String subjectId,
        String title,
        String text,
        List<Notice.Attachment> attachments,
        @Nullable Instant dueAt,
        boolean confirm,
        String senderName,
        Instant sentAt,
        boolean revoked,
        @Nullable String revokeReason,
        @Nullable Instant readAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant remindedAt) {

    static LetterView of(Mailbox.Letter letter) {
        var notice = letter.notice();
        var receipt = letter.receipt();
        var revoked = notice.state() == NoticeState.REVOKED;
        return new LetterView(
                notice.id(),
                notice.kind(),
                notice.subjectId(),
                notice.title(),
                revoked ? "" : notice.text(),
                revoked ? List.of() : notice.attachments(),
                notice.dueAt(),
                notice.confirm(),
                notice.senderName(),
                notice.sentAt(),
                revoked,
                notice.revokeReason(),
                receipt.readAt(),
                receipt.confirmedAt(),
                receipt.remindedAt());
    }
}
