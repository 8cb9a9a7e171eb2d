package org.lecturehalls.platform;

import java.time.Duration;
import org.bson.Document;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.data.mongodb.core.ReactiveMongoTemplate;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether the database answers. By {@code ping}, because the embedded one does not know {@code hello}. */
@Component("mongoHealthContributor")
class MongoHealth extends AbstractReactiveHealthIndicator {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    private final ReactiveMongoTemplate mongo;

    MongoHealth(ReactiveMongoTemplate mongo) {
        super("The database does not answer");
        this.mongo = mongo;
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return mongo.executeCommand(new Document("ping", 1))
                .timeout(TIMEOUT)
                .map(answer -> builder.up().build());
    }
}
