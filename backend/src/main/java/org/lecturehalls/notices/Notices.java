package org.lecturehalls.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Departments send notices inside their region, and take them back. */
@Service
class Notices {

    private final NoticeStore notices;
    private final ReceiptStore receipts;
    private final Recipients recipients;
    private final Delivery delivery;
    private final MediaLibrary media;
    private final Idempotency idempotency;
    private final NoticeSettings settings;
    private final Clock clock;

    Notices(
            NoticeStore notices,
            ReceiptStore receipts,
            Recipients recipients,
            Delivery delivery,
            MediaLibrary media,
            Idempotency idempotency,
            NoticeSettings settings,
            Clock clock) {
        this.notices = notices;
        this.receipts = receipts;
        this.recipients = recipients;
        this.delivery = delivery;
        this.media = media;
        this.idempotency = idempotency;
        this.settings = settings;
        this.clock = clock;
    }

    Mono<Notice> send(NoticeInput input, @Nullable String key, CurrentUser user) {
        if (!user.mayActIn(input.audience().region())) {
            return Mono.error(new NotAllowedException("outside-region"));
        }
        return idempotency
                .once(user.id(), "notices", key, () -> sendNow(input, user).map(Notice::id))
                .flatMap(notices::find);
    }

    private Mono<Notice> sendNow(NoticeInput input, CurrentUser user) {
        return Mono.fromCallable(() -> checked(input))
                .flatMap(sound -> attachments(sound, user))
                .zipWith(recipients.of(input.audience().stored()))
                .flatMap(both -> delivery.deliver(
                        notice(input, both.getT1(), both.getT2(), user),
                        both.getT2().people()));
    }

    private Mono<List<Notice.Attachment>> attachments(NoticeInput input, CurrentUser user) {
        return Flux.fromIterable(input.attachmentIds())
                .concatMap(id -> media.ownedBy(user, id).onErrorMap(NotFoundException.class, none -> unknown()))
                .map(asset -> new Notice.Attachment(asset.id(), asset.fileName()))
                .collectList();
    }

    private static InvalidInputException unknown() {
        return new InvalidInputException(List.of(FieldProblem.of("attachments", "unknown-asset")));
    }

    /** @throws InvalidInputException when what is asked can't be done in time */
    private NoticeInput checked(NoticeInput input) {
        var now = clock.instant();
        var due = input.dueAt();
        if (due != null && !due.isAfter(now)) {
            throw new InvalidInputException(List.of(FieldProblem.of("dueAt", "in-the-past")));
        }
        var asked = input.remindAt();
        if (asked != null && (!asked.isAfter(now) || due == null || asked.isAfter(due))) {
            throw new InvalidInputException(List.of(FieldProblem.of("remindAt", "not-before-due")));
        }
        return input;
    }

    private @Nullable Instant remindAt(NoticeInput input) {
        if (input.remindAt() != null || input.dueAt() == null) {
            return input.remindAt();
        }
        var usual = input.dueAt().minus(settings.remindBefore());
        return usual.isAfter(clock.instant()) ? usual : null;
    }

    private Notice notice(
            NoticeInput input, List<Notice.Attachment> attachments, Recipients.Found found, CurrentUser user) {
        return new Notice(
                Ids.next(),
                null,
                NoticeKind.DEPARTMENT,
                null,
                input.title().strip(),
                input.text().strip(),
                attachments,
                input.dueAt(),
                remindAt(input),
                input.asksToConfirm(),
                input.audience().region(),
                input.audience().stored(),
                user.id(),
                user.name(),
                NoticeState.SENDING,
                null,
                found.people().size(),
                found.unreachable(),
                clock.instant(),
                1);
    }

    /** A notice that the person is in charge of. */
    Mono<Notice> own(String id, CurrentUser user) {
        return notices.find(id)
                .filter(notice -> isInCharge(user, notice))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Takes a notice back; one that was taken back already stays so. */
    Mono<Notice> revoke(String id, String reason, long version, CurrentUser user) {
        return own(id, user)
                .flatMap(notice ->
                        notice.state() == NoticeState.REVOKED ? Mono.just(notice) : revoke(notice, reason, version))
                .delayUntil(notice -> receipts.revoke(id));
    }

    private Mono<Notice> revoke(Notice notice, String reason, long version) {
        return notice.version() == version
                ? notices.revoke(notice, reason.strip())
                : Mono.error(new StaleVersionException());
    }

    /** Where an attachment can be read; for recipients until the notice is taken back, and for those in charge. */
    Mono<MediaLinks> attachment(String id, String assetId, CurrentUser user) {
        return notices.find(id)
                .filter(notice -> notice.has(assetId))
                .filterWhen(notice -> mayRead(user, notice))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(notice -> media.links(assetId, LinkPurpose.OWNER));
    }

    private Mono<Boolean> mayRead(CurrentUser user, Notice notice) {
        return isInCharge(user, notice)
                ? Mono.just(true)
                : receipts.find(notice.id(), user.id())
                        .map(receipt -> notice.state() != NoticeState.REVOKED)
                        .defaultIfEmpty(false);
    }

    private static boolean isInCharge(CurrentUser user, Notice notice) {
        return notice.kind() == NoticeKind.DEPARTMENT && user.actsAs(notice.region(), Role.PUBLICITY, Role.ADMIN);
    }
}
