package org.lecturehalls.identity;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.TypedText;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Remembers who signs in, so that officers choose people instead of typing their ids. */
@Service
class People implements PeopleDirectory {

    /** How exactly the time of the last sign-in is kept. */
    private static final Duration EXACT_TO = Duration.ofDays(1);

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    People(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /** Writes only what has changed, and the time once a day. */
    Mono<Void> seen(CurrentUser user) {
        Instant now = clock.instant();
        return mongo.findById(user.id(), KnownPerson.class)
                .filter(known ->
                        known.says(user) && known.seenAt().plus(EXACT_TO).isAfter(now))
                .switchIfEmpty(Mono.defer(() -> mongo.save(KnownPerson.of(user, now))))
                .then();
    }

    @Override
    public Mono<Page<CurrentUser>> within(RegionCode region, Role role, @Nullable String text, PageQuery page) {
        List<Criteria> all = new ArrayList<>(found(region, role));
        if (text != null && !text.isBlank()) {
            all.add(TypedText.foundIn(text, "name"));
        }
        Cursor after = page.after();
        if (after != null) {
            all.add(where("_id").gt(after.value(0)));
        }
        Query query = Query.query(new Criteria().andOperator(all))
                .with(Sort.by("_id"))
                .limit(page.readLimit());
        return mongo.find(query, KnownPerson.class)
                .collectList()
                .map(read ->
                        Page.of(read, page, person -> Cursor.of(person.id())).map(KnownPerson::user));
    }

    @Override
    public Flux<String> within(RegionCode region, Role role, Collection<String> userIds) {
        List<Criteria> all = new ArrayList<>(found(region, role));
        all.add(where("_id").in(userIds));
        return mongo.find(Query.query(new Criteria().andOperator(all)), KnownPerson.class)
                .map(KnownPerson::id);
    }

    private static List<Criteria> found(RegionCode region, Role role) {
        Criteria reach = new Criteria()
                .orOperator(
                        where("region").regex("^" + region.value()),
                        where("region").in(holding(region)));
        return List.of(where("roles").is(role), reach);
    }

    private static List<RegionCode> holding(RegionCode region) {
        return List.of(2, 4, 6, 9).stream()
                .filter(length -> length < region.value().length())
                .map(length -> new RegionCode(region.value().substring(0, length)))
                .toList();
    }

    @Override
    public Flux<CurrentUser> known(Collection<String> userIds) {
        return mongo.find(Query.query(where("_id").in(userIds)), KnownPerson.class)
                .map(KnownPerson::user);
    }
}
