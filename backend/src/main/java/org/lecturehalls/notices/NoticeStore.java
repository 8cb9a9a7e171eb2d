package org.lecturehalls.notices;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored notices. */
@Component
class NoticeStore {

    /** Whoever reminds has done so by then, or died. */
    private static final Duration REMINDING_LASTS = Duration.ofMinutes(5);

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);
    private static final int AT_A_TIME = 200;

    private final ReactiveMongoOperations mongo;

    NoticeStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return fails with a duplicate key when the platform has told of the occasion before */
    Mono<Notice> insert(Notice notice) {
        return mongo.insert(notice);
    }

    Mono<Notice> find(String id) {
        return mongo.findById(id, Notice.class);
    }

    Mono<Notice> ofOccasion(String occasion) {
        return mongo.findOne(Query.query(where("occasion").is(occasion)), Notice.class);
    }

    Flux<Notice> findAll(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Notice.class);
    }

    /** Departments' notices for a region and everything inside it, the latest first. */
    Mono<Page<Notice>> within(RegionCode region, PageQuery page) {
        var wanted = where("region").regex("^" + region.value()).and("kind").is(NoticeKind.DEPARTMENT);
        var after = page.after();
        var query = Query.query(after == null ? wanted : wanted.and("_id").lt(after.value(0)))
                .with(Sort.by("_id").descending())
                .limit(page.readLimit());
        return mongo.find(query, Notice.class)
                .collectList()
                .map(read -> Page.of(read, page, notice -> Cursor.of(notice.id())));
    }

    /** All its recipients are written down. One that was revoked meanwhile stays so. */
    Mono<Notice> sent(Notice notice) {
        var sending = where("_id").is(notice.id()).and("state").is(NoticeState.SENDING);
        return mongo.findAndModify(
                        Query.query(sending), Update.update("state", NoticeState.SENT), CHANGED, Notice.class)
                .switchIfEmpty(find(notice.id()));
    }

    Mono<Notice> revoke(Notice notice, String reason) {
        var asRead = where("_id").is(notice.id()).and("version").is(notice.version());
        var update = Update.update("state", NoticeState.REVOKED)
                .set("revokeReason", reason)
                .unset("remindAt")
                .inc("version", 1);
        return mongo.findAndModify(Query.query(asRead), update, CHANGED, Notice.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    /** Notices whose sender died while their recipients were written down. */
    Flux<Notice> stuck(Instant sentBefore) {
        var stuck = where("state").is(NoticeState.SENDING).and("sentAt").lt(sentBefore);
        return mongo.find(Query.query(stuck).limit(AT_A_TIME), Notice.class);
    }

    /** One whose recipients have to be reminded, for whoever asks first; empty when there is none. */
    Mono<Notice> claimReminder(Instant now) {
        var due = where("remindAt").lte(now).and("state").is(NoticeState.SENT);
        return mongo.findAndModify(
                Query.query(due), Update.update("remindAt", now.plus(REMINDING_LASTS)), CHANGED, Notice.class);
    }

    Mono<Void> reminded(Notice claimed) {
        var own = where("_id").is(claimed.id()).and("remindAt").is(claimed.remindAt());
        return mongo.updateFirst(Query.query(own), new Update().unset("remindAt"), Notice.class)
                .then();
    }

    /** Some of what the platform told before a time. */
    Flux<Notice> automaticBefore(Instant time) {
        var old = where("kind").ne(NoticeKind.DEPARTMENT).and("sentAt").lt(time);
        return mongo.find(Query.query(old).limit(AT_A_TIME), Notice.class);
    }

    Mono<Void> remove(Collection<String> ids) {
        return mongo.remove(Query.query(where("_id").in(ids)), Notice.class).then();
    }

    Mono<Boolean> attaches(String assetId) {
        return mongo.exists(Query.query(where("attachments.assetId").is(assetId)), Notice.class);
    }
}
