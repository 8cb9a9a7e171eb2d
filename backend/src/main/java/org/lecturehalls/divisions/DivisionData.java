package org.lecturehalls.divisions;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.lecturehalls.regions.RegionCode;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Fills an empty collection with the divisions that the project carries: Baise, official codes of 2023-06-30. */
@Component
class DivisionData {

    private static final String FILE = "regions/baise.csv";
    private static final int BATCH = 500;

    private final ReactiveMongoOperations mongo;
    private final Mono<Void> loaded;

    DivisionData(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
        // A failure is not kept: the next one who needs the tree tries again.
        this.loaded = Mono.defer(this::load).cacheInvalidateIf(done -> false).then();
    }

    /** Completes once the tree can be used. */
    Mono<Void> loaded() {
        return loaded;
    }

    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> atStart() {
        return loaded;
    }

    /** The largest division goes in last, so that finding it means that all are there. */
    private Mono<Boolean> load() {
        return Mono.fromCallable(DivisionData::read)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::loadUnlessThere);
    }

    private Mono<Boolean> loadUnlessThere(List<Division> smallestFirst) {
        String last = smallestFirst.get(smallestFirst.size() - 1).code();
        return mongo.exists(DivisionTree.byCode(last), Division.class)
                .flatMap(there -> there ? Mono.just(true) : insert(smallestFirst));
    }

    private Mono<Boolean> insert(List<Division> divisions) {
        return Flux.fromIterable(divisions)
                .buffer(BATCH)
                .concatMap(this::insertBatch)
                .then(Mono.just(true));
    }

    /** Another backend that starts at the same time, or one that died half-way, may have put in some of them. */
    private Flux<Division> insertBatch(List<Division> batch) {
        return mongo.insert(batch, Division.class)
                .onErrorResume(
                        DuplicateKeyException.class,
                        e -> Flux.fromIterable(batch).concatMap(mongo::save));
    }

    private static List<Division> read() {
        List<Division> divisions = new ArrayList<>();
        try (Reader text = new InputStreamReader(new ClassPathResource(FILE).getInputStream(), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            for (NamedCsvRecord row : rows) {
                divisions.add(Division.of(new RegionCode(row.getField("code")), row.getField("name")));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Collections.reverse(divisions);
        return divisions;
    }
}
