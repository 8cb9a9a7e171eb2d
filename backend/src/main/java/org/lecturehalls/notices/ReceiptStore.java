package org.lecturehalls.notices;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** The stored receipts. Each mark is one conditional write, so that it is set once. */
@Component
class ReceiptStore {

    private static final int TRIES = 5;

    private final ReactiveMongoOperations mongo;
    private final NoticeNews news;

    ReceiptStore(ReactiveMongoOperations mongo, NoticeNews news) {
        this.mongo = mongo;
        this.news = news;
    }

    /** Writes down those that are not there yet. */
    Mono<Void> addMissing(List<Receipt> receipts) {
        var ids = receipts.stream().map(Receipt::id).toList();
        return mongo.find(Query.query(where("_id").in(ids)), Receipt.class)
                .map(Receipt::id)
                .collect(Collectors.toSet())
                .map(known -> receipts.stream()
                        .filter(each -> !known.contains(each.id()))
                        .toList())
                .flatMapMany(missing -> missing.isEmpty() ? Flux.empty() : mongo.insert(missing, Receipt.class))
                .then()
                .retryWhen(Retry.max(TRIES).filter(DuplicateKeyException.class::isInstance))
                .doOnSuccess(written ->
                        news.changed(receipts.stream().map(Receipt::userId).toList()));
    }

    Mono<Receipt> find(String noticeId, String userId) {
        return mongo.findById(Receipt.id(noticeId, userId), Receipt.class);
    }

    /** A person's, the latest first; with {@code openOnly} those that something is still to be done with. */
    Mono<Page<Receipt>> ofUser(String userId, boolean openOnly, PageQuery page) {
        List<Criteria> parts = new ArrayList<>();
        parts.add(where("userId").is(userId));
        if (openOnly) {
            parts.add(where("revoked").is(false));
            parts.add(open());
        }
        if (page.after() != null) {
            parts.add(where("_id").lt(page.after().value(0)));
        }
        var query = Query.query(new Criteria().andOperator(parts))
                .with(Sort.by("_id").descending())
                .limit(page.readLimit());
        return page(query, page);
    }

    /** Not read, or read and not confirmed although that is asked. */
    private static Criteria open() {
        return new Criteria().orOperator(where("readAt").is(null), unconfirmed());
    }

    private static Criteria unconfirmed() {
        return where("confirm").is(true).and("confirmedAt").is(null);
    }

    Mono<Long> unread(String userId) {
        return count(
                where("userId").is(userId).and("readAt").is(null).and("revoked").is(false));
    }

    Mono<Long> unconfirmed(String userId) {
        return count(unconfirmed().and("userId").is(userId).and("revoked").is(false));
    }

    /** Those that the person was reminded of and has still to do something with. */
    Mono<Long> reminded(String userId) {
        var reminded = where("userId")
                .is(userId)
                .and("revoked")
                .is(false)
                .and("remindedAt")
                .ne(null);
        return count(new Criteria().andOperator(reminded, open()));
    }

    Mono<Long> readOf(String noticeId) {
        return count(where("noticeId").is(noticeId).and("readAt").ne(null));
    }

    Mono<Long> confirmedOf(String noticeId) {
        return count(where("noticeId").is(noticeId).and("confirmedAt").ne(null));
    }

    private Mono<Long> count(Criteria criteria) {
        return mongo.count(Query.query(criteria), Receipt.class);
    }

    /** A notice's, in the order of the recipients. */
    Mono<Page<Receipt>> ofNotice(String noticeId, boolean openOnly, PageQuery page) {
        List<Criteria> parts = new ArrayList<>();
        parts.add(where("noticeId").is(noticeId));
        if (openOnly) {
            parts.add(open());
        }
        if (page.after() != null) {
            parts.add(where("_id").gt(page.after().value(0)));
        }
        var query = Query.query(new Criteria().andOperator(parts))
                .with(Sort.by("_id"))
                .limit(page.readLimit());
        return page(query, page);
    }

    Flux<Receipt> allOf(String noticeId) {
        return mongo.find(Query.query(where("noticeId").is(noticeId)).with(Sort.by("_id")), Receipt.class);
    }

    private Mono<Page<Receipt>> page(Query query, PageQuery page) {
        return mongo.find(query, Receipt.class)
                .collectList()
                .map(read -> Page.of(read, page, receipt -> Cursor.of(receipt.id())));
    }

    /** Notes that it was read; the first time counts. */
    Mono<Void> read(String id, Instant now) {
        return set(where("_id").is(id).and("readAt").is(null), "readAt", now);
    }

    /** Notes that it was confirmed; the first time counts. */
    Mono<Void> confirm(String id, Instant now) {
        return set(where("_id").is(id).and("confirmedAt").is(null), "confirmedAt", now);
    }

    /** Notes for all who have not done what is asked that they were reminded; nobody is reminded twice. */
    Mono<Void> remind(String noticeId, Instant now) {
        var open = new Criteria()
                .andOperator(where("noticeId").is(noticeId), where("remindedAt").is(null), open());
        return set(open, "remindedAt", now).then(Mono.defer(() -> tellReminded(noticeId, now)));
    }

    private Mono<Void> tellReminded(String noticeId, Instant now) {
        var reminded = where("noticeId").is(noticeId).and("remindedAt").is(now);
        return mongo.find(Query.query(reminded), Receipt.class)
                .doOnNext(receipt -> news.changed(receipt.userId()))
                .then();
    }

    Mono<Void> revoke(String noticeId) {
        return set(where("noticeId").is(noticeId), "revoked", true);
    }

    private Mono<Void> set(Criteria which, String field, Object value) {
        return mongo.updateMulti(Query.query(which), Update.update(field, value), Receipt.class)
                .then();
    }

    Mono<Void> removeOf(Collection<String> noticeIds) {
        return mongo.remove(Query.query(where("noticeId").in(noticeIds)), Receipt.class)
                .then();
    }
}
