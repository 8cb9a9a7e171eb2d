package org.lecturehalls.history;

import org.lecturehalls.platform.BackgroundLoop;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Lets the latest changes of each kind be read in the order of their time, and those of one person as well. */
@Configuration(proxyBeanMethods = false)
class ChangeIndexes {

    @Bean
    BackgroundLoop changeIndexes(ReactiveMongoOperations mongo, ObjectProvider<TrackedKind> kinds) {
        return BackgroundLoop.of(
                "Making the indexes of changes",
                Flux.fromStream(kinds::stream)
                        .concatMap(kind -> make(mongo, kind))
                        .then(Mono.never()));
    }

    private static Mono<Void> make(ReactiveMongoOperations mongo, TrackedKind kind) {
        String at = kind.latest() + ".at";
        Index byTime = new Index().on(at, Sort.Direction.DESC).on("_id", Sort.Direction.DESC);
        Index byAuthor =
                new Index().on(kind.latest() + ".authorId", Sort.Direction.ASC).on(at, Sort.Direction.DESC);
        return mongo.indexOps(kind.type())
                .createIndex(byTime)
                .then(mongo.indexOps(kind.type()).createIndex(byAuthor))
                .then();
    }
}
