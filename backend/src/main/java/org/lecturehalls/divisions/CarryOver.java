package org.lecturehalls.divisions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.Document;
import org.lecturehalls.divisions.RegionFields.RegionField;
import org.lecturehalls.regions.RegionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries stored records over from codes that were replaced. Each write can be repeated, and a change is done with only
 * when a whole round found nothing under its old code: what a crash left, and what was written meanwhile by somebody who
 * had read the old code, comes with the next round.
 */
@Component
class CarryOver {

    private static final Logger LOG = LoggerFactory.getLogger(CarryOver.class);

    private static final int A_ROUND = 500;

    private final ReactiveMongoOperations mongo;
    private final DivisionTree tree;
    private final RegionFields fields;
    private final ApplicationEventPublisher events;

    CarryOver(ReactiveMongoOperations mongo, DivisionTree tree, RegionFields fields, ApplicationEventPublisher events) {
        this.mongo = mongo;
        this.tree = tree;
        this.fields = fields;
        this.events = events;
    }

    @Scheduled(initialDelay = 45_000, fixedDelay = 60_000)
    Mono<Void> carryOver() {
        return Mono.defer(this::carryOverNow);
    }

    private Mono<Void> carryOverNow() {
        return mongo.find(Query.query(where("carried").ne(true)).limit(A_ROUND), DivisionChange.class)
                .map(DivisionChange::oldCode)
                .collectList()
                .filter(pending -> !pending.isEmpty())
                .flatMap(this::carryOver);
    }

    private Mono<Void> carryOver(List<String> pending) {
        return tree.resolve(pending.stream().map(RegionCode::new).toList())
                .map(CarryOver::replaced)
                .flatMap(now -> Flux.fromIterable(fields.all())
                        .concatMap(field -> carry(field, now))
                        .reduce(0L, Long::sum)
                        .flatMap(moved -> finish(pending, now, moved)));
    }

    private static Map<String, String> replaced(Map<RegionCode, RegionCode> resolved) {
        Map<String, String> now = new HashMap<>();
        resolved.forEach((old, current) -> now.put(old.value(), current.value()));
        now.entrySet().removeIf(each -> each.getKey().equals(each.getValue()));
        return now;
    }

    private Flux<Long> carry(RegionField field, Map<String, String> now) {
        Query any = Query.query(where(field.path()).in(now.keySet()));
        return mongo.findDistinct(any, field.path(), field.collection(), Document.class, String.class)
                .filter(now::containsKey)
                .concatMap(old -> move(field, old, now.getOrDefault(old, old)));
    }

    private Mono<Long> move(RegionField field, String old, String current) {
        Query under = Query.query(where(field.path()).is(old));
        return mongo.updateMulti(under, field.update(old, current), field.collection())
                .map(result -> result.getModifiedCount())
                .doOnNext(count -> LOG.info("Carried {} of {} over from {} to {}", count, field.name(), old, current));
    }

    /** Told in each round, since whoever listens may have been stopped half-way. */
    private Mono<Void> finish(List<String> pending, Map<String, String> now, long moved) {
        if (!now.isEmpty()) {
            events.publishEvent(new DivisionsReplaced(Set.copyOf(now.values())));
        }
        Query done = Query.query(where("_id").in(pending));
        return moved > 0
                ? Mono.empty()
                : mongo.updateMulti(done, Update.update("carried", true), DivisionChange.class)
                        .then();
    }
}
