package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.ReplacementReview.State;
import org.lecturehalls.platform.PageQuery;
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

/** Content that officers are asked about, as it is stored; one that is deleted or has taken its place is none of it. */
@Component
class HeldReplacements {

    private final ReactiveMongoOperations mongo;

    HeldReplacements(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Has officers asked; empty when one of them has decided meanwhile, or it is gone. */
    Mono<Asset> hold(Asset fresh, List<RegionCode> regions) {
        Criteria undecided =
                held().and("_id").is(fresh.id()).and("review.state").in(null, State.WAITING);
        return change(undecided, Update.update("review", ReplacementReview.waiting(regions)));
    }

    /** Answers it as decided about; empty when it was decided otherwise before, or is gone. */
    Mono<Asset> decide(String id, State decision, @Nullable String note) {
        Criteria open = held().and("_id").is(id).and("review.state").in(State.WAITING, decision);
        return change(open, Update.update("review.state", decision).set("review.note", note));
    }

    Mono<Asset> find(String id) {
        Criteria asked = held().and("_id").is(id).and("review").ne(null);
        return mongo.findOne(Query.query(asked), Asset.class);
    }

    /** The first upload first, with one more than the page holds. */
    Flux<Asset> waitingWithin(RegionCode region, PageQuery page) {
        Criteria waiting = held().and("review.state")
                .is(State.WAITING)
                .and("review.regions")
                .regex("^" + region.value());
        Criteria wanted = page.after() == null
                ? waiting
                : waiting.and("_id").gt(page.after().value(0));
        Query query =
                Query.query(wanted).with(Sort.by(Sort.Direction.ASC, "_id")).limit(page.readLimit());
        return mongo.find(query, Asset.class);
    }

    private static Criteria held() {
        return where("replaces")
                .ne(null)
                .and("partOf")
                .isNull()
                .and("deletedAt")
                .isNull();
    }

    private Mono<Asset> change(Criteria criteria, Update update) {
        FindAndModifyOptions returnNew = FindAndModifyOptions.options().returnNew(true);
        return mongo.findAndModify(Query.query(criteria), update.inc("revision", 1), returnNew, Asset.class);
    }
}
