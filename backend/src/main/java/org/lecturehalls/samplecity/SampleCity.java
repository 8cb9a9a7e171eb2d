package org.lecturehalls.samplecity;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.context.event.EventListener;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Loads the sample city once into a database. Until then the backend does not call itself healthy. */
@Component("sampleCityHealthContributor")
@ConditionalOnProperty("lecturehalls.sample-city.load")
class SampleCity extends AbstractReactiveHealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(SampleCity.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CityLoader loader;
    private final ReactiveMongoOperations mongo;
    private final SampleCitySettings settings;
    private final Clock clock;
    private volatile boolean there;

    SampleCity(CityLoader loader, ReactiveMongoOperations mongo, SampleCitySettings settings, Clock clock) {
        super("The sample city is being loaded");
        this.loader = loader;
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> loadOnce() {
        return mongo.findById(LoadedCity.ID, LoadedCity.class)
                .switchIfEmpty(Mono.defer(this::load))
                .doOnNext(city -> there = true)
                .doOnError(failure -> LOG.error("The sample city could not be loaded", failure))
                .then();
    }

    private Mono<LoadedCity> load() {
        LocalDate today =
                Objects.requireNonNullElseGet(settings.today(), () -> LocalDate.ofInstant(clock.instant(), ZONE));
        return loader.load(CitySize.oneOf(settings.oneOf()), today)
                .map(sessions -> new LoadedCity(LoadedCity.ID, clock.instant(), sessions))
                .flatMap(mongo::insert)
                .elapsed()
                .doOnNext(loaded -> tell(loaded.getT1(), loaded.getT2()))
                .map(loaded -> loaded.getT2());
    }

    private static void tell(long millis, LoadedCity city) {
        LOG.info(
                "Sample city loaded in {} s, {} sessions held",
                Duration.ofMillis(millis).toMillis() / 1000.0,
                city.sessions());
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder builder) {
        return Mono.just(there ? builder.up().build() : builder.outOfService().build());
    }
}
