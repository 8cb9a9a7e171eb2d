package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Looks for orphans every night, and when somebody asks for it. Only lists them: an administrator decides. */
@Component
class OrphanSweep {

    private static final Logger LOG = LoggerFactory.getLogger(OrphanSweep.class);

    private final OrphanFinder finder;
    private final ReactiveMongoOperations mongo;
    private final Clock clock;
    private final AtomicBoolean wanted = new AtomicBoolean();

    OrphanSweep(OrphanFinder finder, ReactiveMongoOperations mongo, Clock clock) {
        this.finder = finder;
        this.mongo = mongo;
        this.clock = clock;
    }

    /**
     * The last sweep that came to its end.
     *
     * @param found how many orphans there were
     */
    @Document("orphanSweeps")
    record Sweep(@Id String id, Instant beganAt, Instant endedAt, long found) {

        static final String LATEST = "latest";
    }

    Mono<Sweep> latest() {
        return mongo.findById(Sweep.LATEST, Sweep.class);
    }

    /** Has one begin shortly. */
    void want() {
        wanted.set(true);
    }

    @Scheduled(fixedDelayString = "PT5S", initialDelayString = "PT5S")
    Mono<Void> whenWanted() {
        return Mono.defer(() -> wanted.compareAndSet(true, false) ? sweep().then() : Mono.empty());
    }

    @Scheduled(cron = "${lecturehalls.media.find-orphans-at:0 0 4 * * *}", zone = "Asia/Shanghai")
    Mono<Void> nightly() {
        return Mono.defer(this::sweep).then();
    }

    /** Finds all, and forgets those of earlier sweeps that are none any more. Answers how many there are. */
    Mono<Long> sweep() {
        Instant began = clock.instant();
        return finder.all()
                .concatMap(mongo::save)
                .count()
                .flatMap(found -> mongo.remove(Query.query(where("seenAt").lt(began)), Orphan.class)
                        .then(mongo.save(new Sweep(Sweep.LATEST, began, clock.instant(), found)))
                        .thenReturn(found))
                .doOnNext(found -> LOG.info("Looked for orphans, {} found", found));
    }
}
