package org.lecturehalls.platform;

import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts many documents in place with few writes. */
public final class Batches {

    private Batches() {}

    /**
     * Stores documents whose ids follow from what they are. Those that are there already, from a run that died half-way or
     * one on another backend, are written again, so that a repeat ends where one undisturbed run would have.
     *
     * @param documents read as they are needed; at most {@code size} are held at a time
     * @return how many were put
     */
    public static <T> Mono<Long> put(ReactiveMongoOperations mongo, Flux<T> documents, Class<T> type, int size) {
        return documents
                .buffer(size)
                .concatMap(batch -> putBatch(mongo, batch, type), 1)
                .reduce(0L, Long::sum);
    }

    private static <T> Mono<Long> putBatch(ReactiveMongoOperations mongo, List<T> batch, Class<T> type) {
        return mongo.insert(batch, type)
                .count()
                .onErrorResume(DuplicateKeyException.class, there -> putOneByOne(mongo, batch));
    }

    private static <T> Mono<Long> putOneByOne(ReactiveMongoOperations mongo, List<T> batch) {
        return Flux.fromIterable(batch).concatMap(mongo::save).count();
    }
}
