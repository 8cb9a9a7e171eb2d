package org.lecturehalls.campaigns;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
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

/** The stored campaigns. Each change is one conditional write to one document. */
@Component
class CampaignStore {

    /** Whoever counts has done so by then, or died. */
    private static final Duration COUNTING_LASTS = Duration.ofMinutes(5);

    private static final FindAndModifyOptions CHANGED =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;

    CampaignStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    Mono<Campaign> insert(Campaign campaign) {
        return mongo.insert(campaign);
    }

    Mono<Campaign> find(String id) {
        return mongo.findById(id, Campaign.class);
    }

    Flux<Campaign> running() {
        return mongo.find(Query.query(where("state").is(CampaignState.RUNNING)), Campaign.class);
    }

    /** Writes into the version that was read. */
    Mono<Campaign> modify(Campaign read, Update update) {
        var asRead = Query.query(where("_id").is(read.id()).and("version").is(read.version()));
        return mongo.findAndModify(asRead, update.inc("version", 1), CHANGED, Campaign.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    Mono<Void> remove(Campaign read) {
        var asRead = Query.query(where("_id").is(read.id()).and("version").is(read.version()));
        return mongo.findAndRemove(asRead, Campaign.class)
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .then();
    }

    /** What a person may see, the latest first: of the own region all, of those above what is no draft. */
    Mono<Page<Campaign>> seenBy(CurrentUser user, @Nullable CampaignState state, PageQuery page) {
        var inside = where("rules.region").regex("^" + user.region().value());
        if (!user.has(Role.PUBLICITY, Role.ADMIN)) {
            inside.and("state").ne(CampaignState.DRAFT);
        }
        var above = where("rules.region").in(above(user.region())).and("state").ne(CampaignState.DRAFT);
        var wanted = new Criteria().orOperator(inside, above);
        var parts = Stream.of(
                        Stream.of(wanted),
                        Stream.ofNullable(state).map(each -> where("state").is(each)),
                        Stream.ofNullable(page.after())
                                .map(after -> where("_id").lt(after.value(0))))
                .flatMap(each -> each)
                .toList();
        var query = Query.query(new Criteria().andOperator(parts))
                .with(Sort.by("_id").descending())
                .limit(page.readLimit());
        return mongo.find(query, Campaign.class)
                .collectList()
                .map(read -> Page.of(read, page, campaign -> Cursor.of(campaign.id())));
    }

    private static List<String> above(RegionCode region) {
        return Stream.of(2, 4, 6, 9, 12)
                .filter(digits -> digits <= region.value().length())
                .map(digits -> region.value().substring(0, digits))
                .toList();
    }

    /** One that has to be counted, for whoever asks first; empty when there is none. */
    Mono<Campaign> claimRecount(Instant now) {
        var due = Query.query(where("recountDue").lte(now));
        var claim = Update.update("recountDue", now.plus(COUNTING_LASTS));
        return mongo.findAndModify(due, claim, CHANGED, Campaign.class);
    }

    /** Notes that a campaign was counted; one that was changed meanwhile stays due. */
    Mono<Void> counted(Campaign claimed, Instant now) {
        var claim = where("_id").is(claimed.id());
        var own = claimed.recountDue() == null
                ? claim.and("version").is(claimed.version())
                : claim.and("recountDue").is(claimed.recountDue());
        var update = Update.update("countedAt", now).unset("recountDue");
        return mongo.updateFirst(Query.query(own), update, Campaign.class).then();
    }

    /** Ends what nobody ended. */
    Mono<Long> endThoseOver(Instant lastDayBefore, Instant now) {
        var over = where("state").is(CampaignState.RUNNING).and("rules.until").lt(lastDayBefore);
        var end =
                Update.update("state", CampaignState.ENDED).set("endedAt", now).inc("version", 1);
        return mongo.updateMulti(Query.query(over), end, Campaign.class).map(result -> result.getModifiedCount());
    }
}
