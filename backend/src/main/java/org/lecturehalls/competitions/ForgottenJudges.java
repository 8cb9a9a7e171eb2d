package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import org.bson.Document;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/** Gives the score sheets of a judge who is to be forgotten other ids, since theirs name the judge. */
final class ForgottenJudges {

    private static final String SHEETS = "scoreSheets";

    private final ReactiveMongoOperations mongo;

    ForgottenJudges(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** To be called once the sheets bear the alias, which has counted them. @return zero */
    Mono<Long> forget(String userId, String alias) {
        return mongo.find(Query.query(where("judgeId").is(alias)), Document.class, SHEETS)
                .filter(sheet -> String.valueOf(sheet.get("_id")).endsWith(":" + userId))
                .concatMap(sheet -> rename(sheet, alias))
                .then(Mono.just(0L));
    }

    /** An id can't be changed, so the sheet is written anew; one cut off half-way has been, and loses the old. */
    private Mono<Void> rename(Document sheet, String alias) {
        Document anew = new Document(sheet).append("_id", JudgingSheet.id(String.valueOf(sheet.get("entryId")), alias));
        return mongo.insert(anew, SHEETS)
                .onErrorResume(DuplicateKeyException.class, there -> Mono.just(anew))
                .then(mongo.remove(Query.query(where("_id").is(sheet.get("_id"))), SHEETS))
                .then();
    }
}
