package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Cursor;
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

/**
 * Where contests are kept. Each change names in its condition all that was decided on, and answers nothing when that no
 * longer holds.
 */
@Component
class ContestStore {

    private static final FindAndModifyOptions RETURN_NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;

    ContestStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    Mono<Contest> insert(Contest contest) {
        return mongo.insert(contest);
    }

    Mono<Contest> find(String id) {
        return mongo.findById(id, Contest.class);
    }

    /** What the person, or a visitor, may know of, the latest made first. */
    Mono<Page<Contest>> visibleTo(@Nullable CurrentUser user, PageQuery page) {
        Criteria scope = new Criteria().orOperator(scopes(user));
        Cursor after = page.after();
        Criteria wanted = after == null
                ? scope
                : new Criteria().andOperator(scope, where("_id").lt(after.value(0)));
        Query query =
                Query.query(wanted).with(Sort.by(Sort.Direction.DESC, "_id")).limit(page.readLimit());
        return mongo.find(query, Contest.class)
                .collectList()
                .map(read -> Page.of(read, page, contest -> Cursor.of(contest.id())));
    }

    /** As {@link Standing#sees}, for the database. */
    private static List<Criteria> scopes(@Nullable CurrentUser user) {
        List<Criteria> scopes = new ArrayList<>();
        scopes.add(where("state").in(ContestState.PUBLIC));
        scopes.add(where("state")
                .is(ContestState.DELIBERATION)
                .and("plan.ranking.votePercent")
                .gt(0));
        if (user != null) {
            scopes.add(where("state")
                    .in(ContestState.CLOSED_DOORS)
                    .and("judges._id")
                    .is(user.id()));
            scopes.add(where("state")
                    .in(ContestState.CLOSED_DOORS)
                    .and("entries.people")
                    .is(user.id()));
        }
        if (user != null && user.has(Role.PUBLICITY, Role.ADMIN)) {
            String inside = "^" + user.region().value();
            scopes.add(where("region").regex(inside).and("judges._id").ne(user.id()));
        }
        return scopes;
    }

    Mono<Contest> edit(Contest read, ContestPlan plan) {
        return change(unchanged(read), new Update().set("plan", plan).inc("announced", 1));
    }

    /** Nobody judges a contest that they take part in. */
    Mono<Contest> seatJudges(Contest read, List<Judge> judges, List<EntryRef> entries) {
        List<String> ids = judges.stream().map(Judge::id).toList();
        Criteria condition = sameEntries(read).and("entries.people").nin(ids);
        return change(condition, new Update().set("judges", judges).set("entries", entries));
    }

    Mono<Contest> extend(Contest read, Instant closesAt, Unlogged record) {
        Update update = new Update().set("plan.closesAt", closesAt).inc("announced", 1);
        return change(unchanged(read), logged(update, record));
    }

    /** Takes an entry, unless the contest is no longer open, has the asset already, or one of its people judges it. */
    Mono<Contest> enter(Contest read, EntryRef entry) {
        Criteria takes = open(read)
                .and("entries.mediaAssetId")
                .ne(entry.mediaAssetId())
                .and("judges._id")
                .nin(entry.people());
        Update update = new Update().push("entries", entry).inc("entriesVersion", 1);
        return mongo.findAndModify(Query.query(takes), update, RETURN_NEW, Contest.class);
    }

    /** Puts another version in an entry's place, provided that the entries are those which were read. */
    Mono<Contest> replaceEntry(Contest read, EntryRef entry) {
        Criteria same = open(read)
                .and("entriesVersion")
                .is(read.entriesVersion())
                .and("judges._id")
                .nin(entry.people());
        Update update = new Update()
                .set("entries", EntryRef.replace(read.entries(), entry.id(), old -> entry))
                .inc("entriesVersion", 1);
        return mongo.findAndModify(Query.query(same), update, RETURN_NEW, Contest.class);
    }

    Mono<Contest> withdraw(Contest read, String entryId) {
        Criteria has = open(read).and("entries._id").is(entryId);
        Update update = new Update()
                .pull("entries", Query.query(where("_id").is(entryId)))
                .inc("entriesVersion", 1);
        return mongo.findAndModify(Query.query(has), update, RETURN_NEW, Contest.class);
    }

    /** Changes the entries, provided that they are those which were read. */
    Mono<Contest> changeEntries(Contest read, List<EntryRef> entries, List<Unlogged> records) {
        Update update = new Update().set("entries", entries).inc("entriesVersion", 1);
        return change(sameEntries(read), logged(update, records.toArray(Unlogged[]::new)));
    }

    /** Takes entries of a round in, once, provided that the entries are those which were read. */
    Mono<Contest> promote(Contest read, String roundId, List<EntryRef> entries, Unlogged record) {
        Criteria once = sameEntries(read).and("promotedFrom").ne(roundId);
        Update update = new Update()
                .set("entries", entries)
                .push("promotedFrom", roundId)
                .inc("entriesVersion", 1);
        return change(once, logged(update, record));
    }

    /** Goes to another state, provided that neither contest nor entries changed. */
    Mono<Contest> go(Contest read, ContestState next, Update more, Unlogged... records) {
        Update update = more.set("state", next).inc("announced", 1);
        return change(sameEntries(read), logged(update, records));
    }

    /** Puts another result in the place of the one that was read. */
    Mono<Contest> changeResult(Contest read, ContestResult result, Unlogged record) {
        Update update = new Update().set("result", result).inc("announced", 1);
        return change(unchanged(read), logged(update, record));
    }

    /** What was moved to the log need no longer wait. */
    Mono<Void> settled(String id, List<String> recordIds) {
        Update update = new Update().pull("unlogged", Query.query(where("_id").in(recordIds)));
        return mongo.updateFirst(Query.query(where("_id").is(id)), update, Contest.class)
                .then();
    }

    /** Entries of all contests in which one of the people presents. */
    Flux<EntryRef> entriesWith(Collection<String> userIds) {
        return mongo.find(Query.query(where("entries.people").in(userIds)), Contest.class)
                .flatMapIterable(Contest::entries)
                .filter(ref -> ref.people().stream().anyMatch(userIds::contains));
    }

    /** Other contests of the same kind inside the contest's region, the latest made first, 50 at most. */
    Flux<Contest> alike(Contest contest) {
        Criteria same = where("region")
                .regex("^" + contest.region().value())
                .and("plan.kind")
                .is(contest.plan().kind())
                .and("_id")
                .ne(contest.id());
        Query query =
                Query.query(same).with(Sort.by(Sort.Direction.DESC, "_id")).limit(50);
        return mongo.find(query, Contest.class);
    }

    Mono<Contest> withEntry(String entryId) {
        return mongo.findOne(Query.query(where("entries._id").is(entryId)), Contest.class);
    }

    /** The contest whose published result has the certificate. */
    Mono<Contest> withCertificate(String code) {
        return mongo.findOne(Query.query(where("result.places.certificate").is(code)), Contest.class);
    }

    /** Whether any contest has an entry of the asset. */
    Mono<Boolean> anyWith(String mediaAssetId) {
        return mongo.exists(Query.query(where("entries.mediaAssetId").is(mediaAssetId)), Contest.class);
    }

    private static Update logged(Update update, Unlogged... records) {
        return records.length == 0 ? update : update.push("unlogged").each((Object[]) records);
    }

    private static Criteria open(Contest read) {
        return where("_id").is(read.id()).and("state").is(ContestState.OPEN);
    }

    private static Criteria sameEntries(Contest read) {
        return unchanged(read).and("entriesVersion").is(read.entriesVersion());
    }

    private static Criteria unchanged(Contest read) {
        return where("_id")
                .is(read.id())
                .and("version")
                .is(read.version())
                .and("state")
                .is(read.state());
    }

    private Mono<Contest> change(Criteria condition, Update update) {
        return mongo.findAndModify(Query.query(condition), update.inc("version", 1), RETURN_NEW, Contest.class);
    }
}
