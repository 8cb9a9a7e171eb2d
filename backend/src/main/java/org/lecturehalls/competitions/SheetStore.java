package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where score sheets are kept. A judge's write has its conditions in it and answers nothing when they do not hold. */
@Component
class SheetStore {

    private static final int AT_A_TIME = 500;
    private static final FindAndModifyOptions RETURN_NEW =
            FindAndModifyOptions.options().returnNew(true);

    private final ReactiveMongoOperations mongo;

    SheetStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Lays out a sheet of each judge for each entry, leaving those that are there. */
    Mono<Void> layOut(Contest contest) {
        return ofContest(contest.id())
                .map(JudgingSheet::id)
                .collect(Collectors.toSet())
                .flatMapIterable(present -> missing(contest, present))
                .buffer(AT_A_TIME)
                .concatMap(some -> mongo.insertAll(some).then())
                .then();
    }

    private static List<JudgingSheet> missing(Contest contest, Set<String> present) {
        List<JudgingSheet> missing = new ArrayList<>();
        for (EntryRef entry : contest.entries()) {
            for (Judge judge : contest.judges()) {
                if (!present.contains(JudgingSheet.id(entry.id(), judge.id()))) {
                    missing.add(JudgingSheet.blank(contest.id(), entry.id(), judge.id()));
                }
            }
        }
        return missing;
    }

    Mono<JudgingSheet> find(String entryId, String judgeId) {
        return mongo.findById(JudgingSheet.id(entryId, judgeId), JudgingSheet.class);
    }

    Flux<JudgingSheet> submitted(String contestId) {
        return mongo.find(Query.query(of(contestId).and("state").is(SheetState.SUBMITTED)), JudgingSheet.class);
    }

    /** Writes over what a judge wrote before, as long as the sheet is not submitted and judging goes on. */
    Mono<JudgingSheet> write(String id, Map<String, String> scores, @Nullable String comment, Instant now) {
        Update update = new Update().set("scores", scores).set("savedAt", now).inc("version", 1);
        Update whole = comment == null ? update.unset("comment") : update.set("comment", comment);
        return mongo.findAndModify(Query.query(writable(id)), whole, RETURN_NEW, JudgingSheet.class);
    }

    /** Submits a sheet as it was read. */
    Mono<JudgingSheet> submit(JudgingSheet read, Instant now) {
        Criteria same = writable(read.id()).and("version").is(read.version());
        Update update = new Update()
                .set("state", SheetState.SUBMITTED)
                .set("savedAt", now)
                .inc("version", 1);
        return mongo.findAndModify(Query.query(same), update, RETURN_NEW, JudgingSheet.class);
    }

    /** From when this is done no sheet of the contest changes any more. */
    Mono<Void> seal(String contestId) {
        return mongo.updateMulti(Query.query(of(contestId)), Update.update("open", false), JudgingSheet.class)
                .then();
    }

    private Flux<JudgingSheet> ofContest(String contestId) {
        return mongo.find(Query.query(of(contestId)), JudgingSheet.class);
    }

    private static Criteria of(String contestId) {
        return where("contestId").is(contestId);
    }

    private static Criteria writable(String id) {
        return where("_id").is(id).and("state").is(SheetState.DRAFT).and("open").is(true);
    }
}
