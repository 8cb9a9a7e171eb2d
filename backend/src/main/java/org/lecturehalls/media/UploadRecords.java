package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The uploads in the database. Each change of state is one atomic write that names the states it may come from. */
@Component
class UploadRecords {

    private static final List<UploadState> UNFINISHED =
            List.of(UploadState.STARTING, UploadState.OPEN, UploadState.COMPLETING);
    private static final List<UploadState> DROPPED = List.of(UploadState.ABORTED, UploadState.EXPIRED);
    private static final int SWEEP_AT_ONCE = 100;

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    UploadRecords(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Mono<Upload> insert(Upload upload) {
        return mongo.insert(upload);
    }

    Mono<Void> forget(String id) {
        return mongo.remove(Query.query(where("_id").is(id)), Upload.class).then();
    }

    /** Somebody's own upload; that of anybody else is not found. */
    Mono<Upload> own(CurrentUser user, String id) {
        return mongo.findById(id, Upload.class)
                .filter(upload -> upload.ownerId().equals(user.id()))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Page<Upload>> open(CurrentUser user, PageQuery page) {
        Criteria criteria = where("ownerId").is(user.id()).and("state").is(UploadState.OPEN);
        Cursor after = page.after();
        if (after != null) {
            criteria = criteria.and("_id").lt(after.value(0));
        }
        Query query =
                Query.query(criteria).with(Sort.by(Sort.Direction.DESC, "_id")).limit(page.readLimit());
        return mongo.find(query, Upload.class)
                .collectList()
                .map(read -> Page.of(read, page, upload -> Cursor.of(upload.id())));
    }

    Flux<Upload> unfinishedOf(String ownerId) {
        return mongo.find(Query.query(where("ownerId").is(ownerId).and("state").in(UNFINISHED)), Upload.class);
    }

    Mono<Upload> begin(Upload upload, String storeId, Instant expiresAt) {
        Update begun =
                Update.update("state", UploadState.OPEN).set("storeId", storeId).set("expiresAt", expiresAt);
        return change(upload.id(), List.of(UploadState.STARTING), begun);
    }

    /** Lets one request at a time complete; empty while another one does. */
    Mono<Upload> claimCompletion(Upload upload, Duration patience) {
        Instant now = clock.instant();
        Criteria free = new Criteria()
                .orOperator(
                        where("state").is(UploadState.OPEN),
                        where("state")
                                .is(UploadState.COMPLETING)
                                .and("completingSince")
                                .lt(now.minus(patience)));
        Update claim = Update.update("state", UploadState.COMPLETING).set("completingSince", now);
        return change(where("_id").is(upload.id()).andOperator(free), claim);
    }

    Mono<Upload> release(Upload upload) {
        return change(upload.id(), List.of(UploadState.COMPLETING), Update.update("state", UploadState.OPEN));
    }

    Mono<Upload> completed(Upload upload) {
        return change(upload.id(), List.of(UploadState.COMPLETING), Update.update("state", UploadState.COMPLETED));
    }

    /** Ends an upload that is open; empty when it is not. */
    Mono<Upload> end(Upload upload, UploadState as) {
        return change(upload.id(), List.of(UploadState.STARTING, UploadState.OPEN), Update.update("state", as));
    }

    Mono<Void> cleaned(Upload upload) {
        return change(upload.id(), DROPPED, Update.update("cleaned", true)).then();
    }

    Flux<Upload> overdue() {
        return some(where("state").in(UNFINISHED).and("expiresAt").lt(clock.instant()));
    }

    Flux<Upload> dropped() {
        return some(where("state").in(DROPPED).and("cleaned").is(false));
    }

    Mono<Void> forgetEndedBefore(Instant time) {
        Criteria dropped = where("state")
                .in(DROPPED)
                .and("cleaned")
                .is(true)
                .and("expiresAt")
                .lt(time);
        Criteria done =
                where("state").is(UploadState.COMPLETED).and("expiresAt").lt(time);
        return mongo.remove(Query.query(new Criteria().orOperator(dropped, done)), Upload.class)
                .then();
    }

    private Flux<Upload> some(Criteria criteria) {
        return mongo.find(Query.query(criteria).limit(SWEEP_AT_ONCE), Upload.class);
    }

    private Mono<Upload> change(String id, Collection<UploadState> from, Update update) {
        return change(where("_id").is(id).and("state").in(from), update);
    }

    private Mono<Upload> change(Criteria criteria, Update update) {
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(Query.query(criteria), update, returnNew, Upload.class);
    }
}
