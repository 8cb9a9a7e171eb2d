package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.lecturehalls.media.UploaderHalls.UploaderHall;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps the account of what each uploader's files take up. A change says only whose files changed: their sum is then worked
 * out anew, and written only if nobody wrote meanwhile. So changes may be told twice, late or in any order, and working out
 * everything anew gives the same numbers.
 */
@Component
class StorageLedger {

    private static final Logger LOG = LoggerFactory.getLogger(StorageLedger.class);
    private static final int TRIES = 20;

    private final ReactiveMongoOperations mongo;
    private final ObjectProvider<UploaderHalls> halls;

    StorageLedger(ReactiveMongoOperations mongo, ObjectProvider<UploaderHalls> halls) {
        this.mongo = mongo;
        this.halls = halls;
    }

    /** Whose files, and where. */
    private record Account(String ownerId, RegionCode region) {}

    /** Brings the account of an asset's uploader up to date. Never fails: the nightly rebuild finds what was missed. */
    Mono<Void> follow(Asset asset) {
        return recount(new Account(asset.ownerId(), asset.region()))
                .doOnError(e -> LOG.warn("The account of {} is not up to date: {}", asset.ownerId(), e.toString()))
                .onErrorComplete()
                .then();
    }

    private Mono<UploaderUse> recount(Account account) {
        return Mono.defer(() -> recountOnce(account))
                .retryWhen(Retry.max(TRIES)
                        .filter(e ->
                                e instanceof OptimisticLockingFailureException || e instanceof DuplicateKeyException));
    }

    /** Reads the old account before the files, so that whoever writes has seen all files of the one who wrote before. */
    private Mono<UploaderUse> recountOnce(Account account) {
        Query same =
                Query.query(where("ownerId").is(account.ownerId()).and("region").is(account.region()));
        UploaderUse empty =
                new UploaderUse(Ids.next(), account.ownerId(), account.region(), null, null, StorageSums.NONE, 0, null);
        return mongo.findOne(same, UploaderUse.class)
                .defaultIfEmpty(empty)
                .flatMap(before -> now(account, before).flatMap(after -> write(before, after)));
    }

    private Mono<UploaderUse> now(Account account, UploaderUse before) {
        Query files = Query.query(where("ownerId")
                .is(account.ownerId())
                .and("region")
                .is(account.region())
                .and("deletedAt")
                .isNull());
        return mongo.find(files, Asset.class)
                .map(StorageSums::of)
                .reduce(StorageSums.NONE, StorageSums::plus)
                .flatMap(sums -> hallOf(account.ownerId())
                        .map(hall -> before.saying(hall.id(), hall.name(), sums))
                        .defaultIfEmpty(before.saying(null, null, sums)));
    }

    private Mono<UploaderHall> hallOf(String ownerId) {
        return Flux.fromStream(halls::stream)
                .concatMap(each -> each.of(ownerId))
                .next();
    }

    private Mono<UploaderUse> write(UploaderUse before, UploaderUse after) {
        return after.equals(before) ? Mono.just(before) : mongo.save(after);
    }

    @Scheduled(cron = "${lecturehalls.media.rebuild-storage-at:0 30 3 * * *}", zone = "Asia/Shanghai")
    Mono<Void> rebuildNightly() {
        return Mono.defer(this::rebuild)
                .doOnNext(mended -> LOG.info("Storage accounts rebuilt, {} were wrong", mended))
                .then();
    }

    /**
     * Works out all accounts anew. Everything is read once; only accounts that say something else are then counted on
     * their own, since files may have come and gone meanwhile.
     *
     * @return how many accounts were wrong
     */
    Mono<Long> rebuild() {
        return mongo.find(Query.query(where("deletedAt").isNull()), Asset.class)
                .collect(HashMap<Account, StorageSums>::new, StorageLedger::add)
                .flatMap(this::mend);
    }

    private static void add(Map<Account, StorageSums> all, Asset asset) {
        all.merge(new Account(asset.ownerId(), asset.region()), StorageSums.of(asset), StorageSums::plus);
    }

    private Mono<Long> mend(Map<Account, StorageSums> right) {
        return mongo.findAll(UploaderUse.class)
                .collectMap(use -> new Account(use.ownerId(), use.region()), UploaderUse::use)
                .flatMapMany(written -> Flux.fromIterable(all(right, written))
                        .filter(account -> !right.getOrDefault(account, StorageSums.NONE)
                                .equals(written.getOrDefault(account, StorageSums.NONE))))
                .concatMap(this::recount)
                .count();
    }

    private static Set<Account> all(Map<Account, StorageSums> right, Map<Account, StorageSums> written) {
        Set<Account> accounts = new HashSet<>(right.keySet());
        accounts.addAll(written.keySet());
        return accounts;
    }
}
