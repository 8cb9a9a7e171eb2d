package org.lecturehalls.notices;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Puts notices into people's hands. The notice is written first, then its receipts in batches, then that it is sent; each
 * step can be repeated, so that what was cut off half-way is carried to its end.
 */
@Service
class Delivery {

    private static final int BATCH = 500;

    private final NoticeStore notices;
    private final ReceiptStore receipts;
    private final Clock clock;

    Delivery(NoticeStore notices, ReceiptStore receipts, Clock clock) {
        this.notices = notices;
        this.receipts = receipts;
        this.clock = clock;
    }

    /** What the platform itself tells; it tells of each occasion once. */
    record Told(
            String occasion,
            NoticeKind kind,
            @Nullable String subjectId,
            String title,
            String text,
            RegionCode region) {}

    Mono<Notice> deliver(Notice notice, List<Recipient> people) {
        return notices.insert(notice).flatMap(written -> handOut(written, people));
    }

    /** Goes on with a notice that is written down. */
    Mono<Notice> handOut(Notice notice, List<Recipient> people) {
        return Flux.fromIterable(people)
                .map(each -> Receipt.of(notice, each))
                .buffer(BATCH)
                .concatMap(receipts::addMissing)
                .then(Mono.defer(() -> notices.sent(notice)));
    }

    /** Does nothing when there is nobody to tell. */
    Mono<Void> tell(Told told, List<Recipient> people) {
        var all = Recipients.distinct(people);
        if (all.isEmpty()) {
            return Mono.empty();
        }
        return notices.insert(notice(told, all.size(), clock.instant()))
                .onErrorResume(DuplicateKeyException.class, before -> notices.ofOccasion(told.occasion()))
                .filter(notice -> notice.state() == NoticeState.SENDING)
                .flatMap(notice -> handOut(notice, all))
                .then();
    }

    private static Notice notice(Told told, int recipients, Instant now) {
        return new Notice(
                Ids.next(),
                told.occasion(),
                told.kind(),
                told.subjectId(),
                told.title(),
                told.text(),
                List.of(),
                null,
                null,
                false,
                told.region(),
                null,
                null,
                "",
                NoticeState.SENDING,
                null,
                recipients,
                0,
                now,
                1);
    }
}
