package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.lecturehalls.competitions.audit.LogKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The append-only log of each contest. A record waits in the document whose change it tells of, in the same write; from
 * there it is moved here, once, however often that is tried. Lines are only ever inserted.
 */
@Component
class ContestLog {

    /** Each lost try means that another line came in, so that many judges at once get through. */
    private static final int MOST_TRIES = 500;

    private final ReactiveMongoOperations mongo;
    private final ContestStore contests;
    private final SheetStore sheets;

    ContestLog(ReactiveMongoOperations mongo, ContestStore contests, SheetStore sheets) {
        this.mongo = mongo;
        this.contests = contests;
        this.sheets = sheets;
    }

    /** Moves what waits in a contest. */
    Mono<Void> settle(Contest contest) {
        return append(contest.id(), contest.unlogged()).then(clear(contest));
    }

    private Mono<Void> clear(Contest contest) {
        return contest.unlogged().isEmpty()
                ? Mono.empty()
                : contests.settled(
                        contest.id(),
                        contest.unlogged().stream().map(Unlogged::id).toList());
    }

    /** Moves what waits in a sheet. */
    Mono<Void> settle(JudgingSheet sheet) {
        return append(sheet.contestId(), sheet.unlogged()).then(sheets.settled(sheet));
    }

    /** Moves all that waits in a contest and its sheets, also what a backend that died had left. */
    Mono<Void> settleAll(String contestId) {
        return contests.find(contestId)
                .flatMap(this::settle)
                .thenMany(sheets.unsettled(contestId))
                .concatMap(this::settle)
                .then();
    }

    /** The lines from the first to the last. */
    Flux<String> lines(String contestId) {
        Query all = Query.query(where("contestId").is(contestId)).with(Sort.by("_id"));
        return mongo.find(all, StoredLine.class).map(StoredLine::text);
    }

    /** Hash of the line that published the present ranking; empty when none did. */
    Mono<String> publishedHead(String contestId) {
        Query last = Query.query(where("contestId").is(contestId).and("kind").is(LogKind.PUBLISHED))
                .with(Sort.by(Sort.Direction.DESC, "_id"))
                .limit(1);
        return mongo.findOne(last, StoredLine.class).map(line -> line.head().hash());
    }

    private Mono<Void> append(String contestId, List<Unlogged> records) {
        return Flux.fromIterable(records)
                .concatMap(record -> append(contestId, record))
                .then();
    }

    private Mono<Void> append(String contestId, Unlogged record) {
        return Mono.defer(() -> head(contestId))
                .flatMap(head -> mongo.insert(StoredLine.after(head, record)))
                .flatMap(line -> mongo.save(line.head()))
                .then()
                .onErrorResume(DuplicateKeyException.class, e -> unlessThere(record))
                .retryWhen(LostRace.retry(MOST_TRIES));
    }

    private Mono<Void> unlessThere(Unlogged record) {
        return mongo.exists(Query.query(where("recordId").is(record.id())), StoredLine.class)
                .flatMap(there -> there ? Mono.<Void>empty() : LostRace.lost());
    }

    private Mono<LogHead> head(String contestId) {
        return mongo.findById(contestId, LogHead.class)
                .defaultIfEmpty(LogHead.none(contestId))
                .expand(this::next)
                .last();
    }

    private Mono<LogHead> next(LogHead head) {
        return mongo.findById(StoredLine.id(head.id(), head.seq() + 1), StoredLine.class)
                .map(StoredLine::head);
    }
}
