package org.lecturehalls.competitions;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import org.springframework.data.annotation.Id;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Where public votes are kept. Votes are only ever inserted and voided. */
@Component
class VoteStore {

    private final ReactiveMongoOperations mongo;

    VoteStore(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** Fails with {@link org.springframework.dao.DuplicateKeyException} when the person has voted on that day. */
    Mono<PublicVote> insert(PublicVote vote) {
        return mongo.insert(vote);
    }

    /** Votes that count, by entry. */
    record Count(@Id String entryId, long votes) {}

    Mono<List<Count>> counts(String contestId) {
        Aggregation byEntry = Aggregation.newAggregation(
                Aggregation.match(of(contestId).and("voided").is(false)),
                Aggregation.group("entryId").count().as("votes"));
        return mongo.aggregate(byEntry, PublicVote.class, Count.class).collectList();
    }

    /** Votes of one minute for one entry. */
    record MinuteCount(String entryId, long minute, long votes) {}

    /** Minutes in which an entry got so many votes or more, voided ones left out, the busiest first. */
    Mono<List<MinuteCount>> minutes(String contestId, int least, int most) {
        Aggregation byMinute = Aggregation.newAggregation(
                Aggregation.match(of(contestId).and("voided").is(false)),
                Aggregation.group("entryId", "minute").count().as("votes"),
                Aggregation.match(where("votes").gte(least)),
                Aggregation.sort(Sort.Direction.DESC, "votes"),
                Aggregation.limit(most),
                Aggregation.project("votes")
                        .and("_id.entryId")
                        .as("entryId")
                        .and("_id.minute")
                        .as("minute"));
        return mongo.aggregate(byMinute, PublicVote.class, MinuteCount.class).collectList();
    }

    /** Votes for an entry in some minutes, both included; answers how many count no more. */
    Mono<Long> voidBetween(String contestId, String entryId, long fromMinute, long toMinute) {
        Criteria some = of(contestId)
                .and("entryId")
                .is(entryId)
                .and("voided")
                .is(false)
                .and("minute")
                .gte(fromMinute)
                .lte(toMinute);
        return mongo.updateMulti(Query.query(some), Update.update("voided", true), PublicVote.class)
                .map(result -> result.getModifiedCount());
    }

    private static Criteria of(String contestId) {
        return where("contestId").is(contestId);
    }
}
