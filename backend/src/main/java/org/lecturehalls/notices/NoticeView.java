package org.lecturehalls.notices;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice as those in charge see it.
 *
 * @param unreachable halls without a manager and lecturers without an account, whom it could not be sent to
 */
@Schema(name = "Notice")
record NoticeView(
        String id,
        String title,
        String text,
        List<Notice.Attachment> attachments,
        @Nullable Instant dueAt,
        @Nullable Instant remindAt,
        boolean confirm,
        String region,
        String senderName,
        NoticeState state,
        @Nullable String revokeReason,
        int recipients,
        int unreachable,
        Instant sentAt,
        long version) {

    static NoticeView of(Notice notice) {
        return new NoticeView(
                notice.id(),
                notice.title(),
                notice.text(),
                notice.attachments(),
                notice.dueAt(),
                notice.remindAt(),
                notice.confirm(),
                notice.region().value(),
                notice.senderName(),
                notice.state(),
                notice.revokeReason(),
                notice.recipients(),
                notice.unreachable(),
                notice.sentAt(),
                notice.version());
    }
}
