package org.lecturehalls.exchange;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
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

/** The imports as stored. Each step of one at work renews its lease; a step of an attempt that was given up is refused. */
@Component
class ImportRuns {

    private static final Duration LEASE = Duration.ofSeconds(60);
    private static final FindAndModifyOptions NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    ImportRuns(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    Mono<ImportRun> add(ImportRun run) {
        return mongo.insert(run);
    }

    Mono<ImportRun> get(String id, CurrentUser user) {
        return mongo.findOne(Query.query(where("_id").is(id).and("owner._id").is(user.id())), ImportRun.class)
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** A person's imports, the latest first. */
    Mono<Page<ImportRun>> list(CurrentUser user, PageQuery page) {
        Criteria own = where("owner._id").is(user.id());
        Criteria wanted =
                page.after() == null ? own : own.and("_id").lt(page.after().value(0));
        Query query =
                Query.query(wanted).with(Sort.by(Sort.Direction.DESC, "_id")).limit(page.readLimit());
        return mongo.find(query, ImportRun.class)
                .collectList()
                .map(found -> Page.of(found, page, last -> Cursor.of(last.id())));
    }

    /** What is wrong, in the order of the file. */
    Mono<Page<ImportProblem>> problems(ImportRun run, PageQuery page) {
        Criteria wanted = where("_id").lt(run.id() + ";");
        wanted = page.after() == null
                ? wanted.gt(run.id() + ":")
                : wanted.gt(run.id() + ":" + page.after().value(0));
        Query query = Query.query(wanted).with(Sort.by("_id")).limit(page.readLimit());
        int prefix = run.id().length() + 1;
        return mongo.find(query, ImportProblem.class)
                .collectList()
                .map(found -> Page.of(found, page, last -> Cursor.of(last.id().substring(prefix))));
    }

    /** Lets a checked import be applied; one that is being or was applied stays as it is. */
    Mono<ImportRun> apply(String id, CurrentUser user) {
        Query checked = Query.query(
                where("_id").is(id).and("owner._id").is(user.id()).and("state").is(ImportState.CHECKED));
        Update update = new Update()
                .set("state", ImportState.APPLYING)
                .set("attempt", 0)
                .set("leaseUntil", clock.instant());
        return mongo.findAndModify(checked, update, NEW, ImportRun.class)
                .switchIfEmpty(Mono.defer(() -> get(id, user))
                        .filter(run -> run.state() == ImportState.APPLYING || run.state() == ImportState.APPLIED)
                        .switchIfEmpty(Mono.error(() -> new ConflictException("import-not-checked"))));
    }

    /** Takes an import that nobody works on; empty when there is none. */
    Mono<ImportRun> claim() {
        Query waiting = Query.query(where("state")
                .in(ImportState.CHECKING, ImportState.APPLYING)
                .and("leaseUntil")
                .lte(clock.instant()));
        Update update =
                new Update().inc("attempt", 1).set("leaseUntil", clock.instant().plus(LEASE));
        return mongo.findAndModify(waiting, update, NEW, ImportRun.class);
    }

    /** Begins a pass over the file. */
    Mono<ImportRun> begin(ImportRun run, long total) {
        Update update = leased().set("total", total)
                .set("done", 0)
                .set("created", 0)
                .set("changed", 0)
                .set("same", 0)
                .set("problems", 0);
        return mongo.remove(problemsOf(run), ImportProblem.class).then(step(run, update));
    }

    Mono<ImportRun> add(ImportRun run, BatchResult result) {
        Mono<Void> problems = result.problems().isEmpty()
                ? Mono.empty()
                : mongo.insert(result.problems(), ImportProblem.class).then();
        Update update = leased().inc("done", result.rows())
                .inc("created", result.created())
                .inc("changed", result.changed())
                .inc("same", result.same())
                .inc("problems", result.problems().size());
        return problems.then(step(run, update));
    }

    Mono<ImportRun> end(ImportRun run, ImportState state, @Nullable String reason) {
        return step(run, new Update().set("state", state).set("reason", reason));
    }

    private Update leased() {
        return new Update().set("leaseUntil", clock.instant().plus(LEASE));
    }

    /** Empty for an attempt that somebody else has taken over. */
    private Mono<ImportRun> step(ImportRun run, Update update) {
        Query own = Query.query(where("_id").is(run.id()).and("attempt").is(run.attempt()));
        return mongo.findAndModify(own, update, NEW, ImportRun.class);
    }

    /** Imports that nobody works on and that were begun before a moment, the oldest first. */
    Flux<ImportRun> idleSince(Instant moment, int most) {
        Query old = Query.query(
                        where("createdAt").lt(moment).and("state").nin(ImportState.CHECKING, ImportState.APPLYING))
                .with(Sort.by("_id"))
                .limit(most);
        return mongo.find(old, ImportRun.class);
    }

    /** Removes an import and what was wrong with it. */
    Mono<Void> remove(ImportRun run) {
        return mongo.remove(problemsOf(run), ImportProblem.class)
                .then(mongo.remove(run))
                .then();
    }

    private static Query problemsOf(ImportRun run) {
        return Query.query(where("_id").gt(run.id() + ":").lt(run.id() + ";"));
    }
}
