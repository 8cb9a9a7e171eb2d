package org.lecturehalls.notices;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a person was told, and what the person did with it. */
@Service
class Mailbox {

    private final NoticeStore notices;
    private final ReceiptStore receipts;
    private final NoticeNews news;
    private final Clock clock;

    Mailbox(NoticeStore notices, ReceiptStore receipts, NoticeNews news, Clock clock) {
        this.notices = notices;
        this.receipts = receipts;
        this.news = news;
        this.clock = clock;
    }

    /** A notice in the person's hands. */
    record Letter(Notice notice, Receipt receipt) {}

    /**
     * @param toConfirm of those that ask for it
     * @param reminded of which the person was reminded and which are still to be read or confirmed
     */
    record Count(long unread, long toConfirm, long reminded) {}

    Mono<Page<Letter>> list(CurrentUser user, boolean openOnly, PageQuery page) {
        return receipts.ofUser(user.id(), openOnly, page)
                .zipWhen(found -> notices.findAll(noticeIds(found)).collectMap(Notice::id))
                .map(both -> letters(both.getT1(), both.getT2()));
    }

    private static List<String> noticeIds(Page<Receipt> page) {
        return page.items().stream().map(Receipt::noticeId).toList();
    }

    private static Page<Letter> letters(Page<Receipt> page, Map<String, Notice> notices) {
        var letters = page.items().stream()
                .flatMap(receipt ->
                        Stream.ofNullable(notices.get(receipt.noticeId())).map(notice -> new Letter(notice, receipt)))
                .toList();
        return new Page<>(letters, page.next());
    }

    Mono<Count> count(CurrentUser user) {
        return Mono.zip(receipts.unread(user.id()), receipts.unconfirmed(user.id()), receipts.reminded(user.id()))
                .map(counts -> new Count(counts.getT1(), counts.getT2(), counts.getT3()));
    }

    /** The count now, and whenever it is another. */
    Flux<Count> counts(CurrentUser user) {
        return news.watch(user.id(), count(user));
    }

    Mono<Letter> get(String noticeId, CurrentUser user) {
        return receipts.find(noticeId, user.id())
                .zipWhen(receipt -> notices.find(noticeId))
                .map(both -> new Letter(both.getT2(), both.getT1()))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Notes that the person read it; twice is as good as once. */
    Mono<Letter> read(String noticeId, CurrentUser user) {
        return get(noticeId, user)
                .flatMap(letter -> receipts.read(letter.receipt().id(), clock.instant()))
                .doOnSuccess(done -> news.changed(user.id()))
                .then(Mono.defer(() -> get(noticeId, user)));
    }

    /** Notes that the person read and confirms it; twice is as good as once. */
    Mono<Letter> confirm(String noticeId, CurrentUser user) {
        return get(noticeId, user)
                .filter(letter -> letter.notice().state() != NoticeState.REVOKED)
                .switchIfEmpty(Mono.error(() -> new ConflictException("notice-revoked")))
                .delayUntil(letter -> receipts.read(letter.receipt().id(), clock.instant()))
                .flatMap(letter -> receipts.confirm(letter.receipt().id(), clock.instant()))
                .doOnSuccess(done -> news.changed(user.id()))
                .then(Mono.defer(() -> get(noticeId, user)));
    }
}
