package org.lecturehalls.platform;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Lets a creation be repeated on a bad line and still happen once. The claim is one insert with the key as its id, so
 * that it is atomic on every MongoDB.
 */
@Service
public class Idempotency {

    /** A claim whose request has not ended by then belongs to a backend that died. */
    private static final Duration CLAIM_LASTS = Duration.ofMinutes(2);

    private static final Duration KEPT = Duration.ofDays(1);
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,128}");

    private final ReactiveMongoOperations mongo;
    private final Clock clock;

    Idempotency(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * Runs a creation, or answers the id that an earlier run with the same key created.
     *
     * @param userId keys of different people never meet
     * @param operation keys of different operations never meet, for example {@code uploads}
     * @param key the {@code Idempotency-Key}; without one the creation just runs
     * @param create answers the new id; when it fails, the key is free again
     * @return the id; fails with {@link ConflictException} while another request with the key is running
     */
    public Mono<String> once(String userId, String operation, @Nullable String key, Supplier<Mono<String>> create) {
        if (key == null) {
            return Mono.defer(create);
        }
        if (!KEY.matcher(key).matches()) {
            return Mono.error(new InvalidInputException(List.of(FieldProblem.of("Idempotency-Key", "invalid"))));
        }
        String id = operation + ":" + userId + ":" + key;
        return claim(id)
                .flatMap(claim -> run(claim, create))
                .onErrorResume(DuplicateKeyException.class, e -> earlier(id, create));
    }

    private Mono<IdempotencyRecord> claim(String id) {
        return mongo.insert(new IdempotencyRecord(id, null, Ids.next(), clock.instant()));
    }

    private Mono<String> earlier(String id, Supplier<Mono<String>> create) {
        return mongo.findById(id, IdempotencyRecord.class)
                .flatMap(found -> found.resultId() == null ? takeOver(found, create) : Mono.just(found.resultId()))
                .switchIfEmpty(Mono.error(() -> inFlight()));
    }

    private Mono<String> takeOver(IdempotencyRecord found, Supplier<Mono<String>> create) {
        Instant now = clock.instant();
        if (found.claimedAt().plus(CLAIM_LASTS).isAfter(now)) {
            return Mono.error(inFlight());
        }
        String token = Ids.next();
        Update update = new Update().set("token", token).set("claimedAt", now);
        return mongo.findAndModify(held(found), update, IdempotencyRecord.class)
                .flatMap(old -> run(new IdempotencyRecord(found.id(), null, token, now), create));
    }

    /** Cached, because a caller that hangs up must not stop a creation half way. */
    private Mono<String> run(IdempotencyRecord claim, Supplier<Mono<String>> create) {
        return Mono.defer(create)
                .onErrorResume(e -> release(claim).then(Mono.error(maskDuplicate(e))))
                .flatMap(created -> remember(claim, created))
                .cache();
    }

    private Mono<String> remember(IdempotencyRecord claim, String created) {
        Update result = Update.update("resultId", created);
        return mongo.updateFirst(held(claim), result, IdempotencyRecord.class).thenReturn(created);
    }

    private Mono<Void> release(IdempotencyRecord claim) {
        return mongo.remove(held(claim), IdempotencyRecord.class).then();
    }

    /** A duplicate key inside the creation is not a duplicate of the claim. */
    private static Throwable maskDuplicate(Throwable e) {
        return e instanceof DuplicateKeyException ? new ConflictException("already-exists") : e;
    }

    private static Query held(IdempotencyRecord claim) {
        return Query.query(where("_id").is(claim.id()).and("token").is(claim.token()));
    }

    private static ConflictException inFlight() {
        return ConflictException.passing("request-in-flight", RETRY_AFTER);
    }

    /** Real MongoDB drops old keys by itself; the embedded one ignores that index. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 600_000)
    Mono<Void> forgetOld() {
        return Mono.defer(this::forgetOldNow);
    }

    private Mono<Void> forgetOldNow() {
        Query old = Query.query(where("claimedAt").lt(clock.instant().minus(KEPT)));
        return mongo.remove(old, IdempotencyRecord.class).then();
    }
}
