package org.lecturehalls.persons;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The stored erasures. */
@Component
class ErasureStore {

    /** Whoever erases has done so by then, or died. */
    private static final Duration ERASING_LASTS = Duration.ofMinutes(30);

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;

    ErasureStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** @return fails with a duplicate key when the person asked before */
    Mono<Erasure> insert(Erasure erasure) {
        return mongo.insert(erasure);
    }

    Mono<Erasure> ofUser(String userId) {
        return mongo.findOne(Query.query(where("userId").is(userId)), Erasure.class);
    }

    Mono<Page<Erasure>> within(RegionCode region, PageQuery page) {
        var inside = where("region").regex("^" + region.value());
        var after = page.after();
        var query = Query.query(after == null ? inside : inside.and("_id").lt(after.value(0)))
                .with(Sort.by("_id").descending())
                .limit(page.readLimit());
        return mongo.find(query, Erasure.class)
                .collectList()
                .map(read -> Page.of(read, page, each -> Cursor.of(each.id())));
    }

    /** @return whether there was one to withdraw */
    Mono<Boolean> withdraw(String userId) {
        var waiting = where("userId").is(userId).and("state").is(Erasure.State.WAITING);
        return mongo.remove(Query.query(waiting), Erasure.class).map(result -> result.getDeletedCount() > 0);
    }

    /** Takes one in hand without waiting; empty when there is none that waits. */
    Mono<Erasure> claimNow(String id, RegionCode region, Instant now) {
        var waiting = where("_id")
                .is(id)
                .and("state")
                .is(Erasure.State.WAITING)
                .and("region")
                .regex("^" + region.value());
        return claim(waiting, claimed(now).set("confirmed", true));
    }

    /** Takes one in hand whose time has come, or whose eraser died; empty when there is none. */
    Mono<Erasure> claimDue(Instant now) {
        var due = where("state").ne(Erasure.State.DONE).and("dueAt").lte(now);
        return claim(due, claimed(now));
    }

    private static Update claimed(Instant now) {
        return Update.update("state", Erasure.State.ERASING).set("dueAt", now.plus(ERASING_LASTS));
    }

    private Mono<Erasure> claim(Criteria which, Update update) {
        return mongo.findAndModify(Query.query(which), update, CHANGED, Erasure.class);
    }

    Mono<Erasure> done(Erasure claimed, Map<String, Long> changed, Instant now) {
        var update = Update.update("state", Erasure.State.DONE)
                .set("doneAt", now)
                .set("changed", changed)
                .unset("userId");
        return mongo.findAndModify(Query.query(where("_id").is(claimed.id())), update, CHANGED, Erasure.class);
    }
}
