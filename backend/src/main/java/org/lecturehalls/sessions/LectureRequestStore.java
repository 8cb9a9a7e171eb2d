package org.lecturehalls.sessions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The stored requests, newest first. */
@Component
class LectureRequestStore {

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);
    private static final int MOST_DISPLACED = 50;
    private static final int AT_A_TIME = 100;

    private final ReactiveMongoOperations mongo;

    LectureRequestStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    Mono<LectureRequest> insert(LectureRequest request) {
        return mongo.insert(request);
    }

    Mono<LectureRequest> find(String id) {
        return mongo.findById(id, LectureRequest.class);
    }

    Mono<Page<LectureRequest>> within(RegionCode region, LectureRequest.State state, PageQuery page) {
        return page(
                where("place.region").regex("^" + region.value()).and("state").is(state), page);
    }

    Mono<Page<LectureRequest>> askedBy(String userId, PageQuery page) {
        return page(where("askers").is(userId), page);
    }

    /** Open requests of the same hall, other than this one. */
    Flux<LectureRequest> openBeside(LectureRequest request) {
        var others = where("place.hallId")
                .is(request.place().hallId())
                .and("state")
                .is(LectureRequest.State.OPEN)
                .and("_id")
                .ne(request.id());
        return mongo.find(Query.query(others).limit(MOST_DISPLACED), LectureRequest.class);
    }

    /** Some open ones whose time is over, or which were asked for before some time. */
    Flux<LectureRequest> lapsed(Instant now, Instant askedBefore) {
        var open = where("state").is(LectureRequest.State.OPEN);
        var over =
                new Criteria().orOperator(where("to").lt(now), where("askedAt").lt(askedBefore));
        return mongo.find(Query.query(new Criteria().andOperator(open, over)).limit(AT_A_TIME), LectureRequest.class);
    }

    /** Closes one that nobody answered; empty when somebody did meanwhile. */
    Mono<LectureRequest> lapse(LectureRequest request) {
        return close(request, LectureRequest.State.EXPIRED, null, null)
                .onErrorResume(StaleVersionException.class, answered -> Mono.empty());
    }

    /** Adds one more who asks; the same one twice is one. Empty when it is not open any more. */
    Mono<LectureRequest> second(String id, String userId) {
        var open = Query.query(where("_id").is(id).and("state").is(LectureRequest.State.OPEN));
        return mongo.findAndModify(open, new Update().addToSet("askers", userId), CHANGED, LectureRequest.class);
    }

    Mono<LectureRequest> close(
            LectureRequest request, LectureRequest.State state, @Nullable String sessionId, @Nullable String reason) {
        var open = Query.query(where("_id")
                .is(request.id())
                .and("version")
                .is(request.version())
                .and("state")
                .is(LectureRequest.State.OPEN));
        var update = Update.update("state", state)
                .set("sessionId", sessionId)
                .set("reason", reason)
                .inc("version", 1);
        return mongo.findAndModify(open, update, CHANGED, LectureRequest.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    private Mono<Page<LectureRequest>> page(Criteria criteria, PageQuery page) {
        var after = page.after();
        var query = Query.query(after == null ? criteria : criteria.and("_id").lt(after.value(0)))
                .with(Sort.by("_id").descending())
                .limit(page.readLimit());
        return mongo.find(query, LectureRequest.class)
                .collectList()
                .map(read -> Page.of(read, page, request -> Cursor.of(request.id())));
    }
}
