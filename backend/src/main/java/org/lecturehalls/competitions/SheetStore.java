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

    /** Lays out a sheet of each judge for each entry that the judge is to judge, leaving those that are there. */
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
        for (EntryRef entry : contest.takingPart()) {
            for (String judge : entry.judgeIds()) {
                if (!present.contains(JudgingSheet.id(entry.id(), judge))) {
                    missing.add(JudgingSheet.blank(contest.id(), entry.id(), judge));
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

    Flux<JudgingSheet> submittedFor(String entryId) {
        return mongo.find(
                Query.query(where("entryId").is(entryId).and("state").is(SheetState.SUBMITTED)), JudgingSheet.class);
    }

    Flux<JudgingSheet> unsettled(String contestId) {
        return mongo.find(Query.query(of(contestId).and("unlogged.0").exists(true)), JudgingSheet.class);
    }

    /** What was moved to the log need no longer wait. */
    Mono<Void> settled(JudgingSheet sheet) {
        List<String> ids = sheet.unlogged().stream().map(Unlogged::id).toList();
        Update update = new Update().pull("unlogged", Query.query(where("_id").in(ids)));
        return ids.isEmpty()
                ? Mono.empty()
                : mongo.updateFirst(Query.query(where("_id").is(sheet.id())), update, JudgingSheet.class)
                        .then();
    }

    /** Writes over what a judge wrote before, as long as the sheet is not submitted and judging goes on. */
    Mono<JudgingSheet> write(String id, SheetText text, Instant now) {
        Update update =
                new Update().set("scores", text.scores()).set("savedAt", now).inc("version", 1);
        setOrUnset(update, "comment", text.comment());
        setOrUnset(update, "authorComment", text.authorComment());
        return mongo.findAndModify(Query.query(writable(id)), update, RETURN_NEW, JudgingSheet.class);
    }

    /** What a judge typed. */
    record SheetText(
            Map<String, String> scores,
            @Nullable String comment,
            @Nullable String authorComment) {}

    private static void setOrUnset(Update update, String field, @Nullable String value) {
        if (value == null) {
            update.unset(field);
        } else {
            update.set(field, value);
        }
    }

    /** Submits a sheet as it was read. */
    Mono<JudgingSheet> submit(JudgingSheet read, Instant now, Unlogged record) {
        Criteria same = writable(read.id()).and("version").is(read.version());
        Update update = new Update()
                .set("state", SheetState.SUBMITTED)
                .set("savedAt", now)
                .inc("version", 1)
                .push("unlogged", record);
        return mongo.findAndModify(Query.query(same), update, RETURN_NEW, JudgingSheet.class);
    }

    /** Gives a submitted sheet back to its judge, as long as judging goes on. */
    Mono<JudgingSheet> reopen(String id, String reason, Unlogged record) {
        Criteria submitted = where("_id")
                .is(id)
                .and("state")
                .is(SheetState.SUBMITTED)
                .and("open")
                .is(true);
        Update update = new Update()
                .set("state", SheetState.DRAFT)
                .set("reopenedBecause", reason)
                .inc("version", 1)
                .push("unlogged", record);
        return mongo.findAndModify(Query.query(submitted), update, RETURN_NEW, JudgingSheet.class);
    }

    /** From when this is done no sheet of the contest changes any more. */
    Mono<Void> seal(String contestId) {
        return open(contestId, false);
    }

    /** Lets judges write on. */
    Mono<Void> unseal(String contestId) {
        return open(contestId, true);
    }

    private Mono<Void> open(String contestId, boolean open) {
        return mongo.updateMulti(Query.query(of(contestId)), Update.update("open", open), JudgingSheet.class)
                .then();
    }

    /** Takes sheets away that hold nothing which counts. */
    Mono<Void> dropDrafts(String contestId) {
        return mongo.remove(Query.query(of(contestId).and("state").is(SheetState.DRAFT)), JudgingSheet.class)
                .then();
    }

    Mono<Void> remove(String entryId, String judgeId) {
        return mongo.remove(Query.query(where("_id").is(JudgingSheet.id(entryId, judgeId))), JudgingSheet.class)
                .then();
    }

    Flux<JudgingSheet> ofContest(String contestId) {
        return mongo.find(Query.query(of(contestId)), JudgingSheet.class);
    }

    private static Criteria of(String contestId) {
        return where("contestId").is(contestId);
    }

    private static Criteria writable(String id) {
        return where("_id").is(id).and("state").is(SheetState.DRAFT).and("open").is(true);
    }
}
