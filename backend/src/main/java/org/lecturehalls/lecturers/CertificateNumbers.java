package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.Locale;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.FindAndModifyOptions;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Draws certificate numbers, each once: prefix, year and a count from 1, for example {@code JXY-2027-000042}. */
@Component
class CertificateNumbers {

    private static final FindAndModifyOptions AFTER =
            FindAndModifyOptions.options().upsert(true).returnNew(true);

    private final ReactiveMongoOperations mongo;
    private final TrainingSettings settings;
    private final Clock clock;

    CertificateNumbers(ReactiveMongoOperations mongo, TrainingSettings settings, Clock clock) {
        this.mongo = mongo;
        this.settings = settings;
        this.clock = clock;
    }

    /** How many were drawn in a year. A number that was drawn and not used leaves a gap. */
    @Document("certificate_counts")
    record Count(@Id String id, long drawn) {}

    Mono<String> next() {
        String year = settings.numberPrefix() + "-" + settings.today(clock).getYear();
        Query ofYear = Query.query(where("_id").is(year));
        return mongo.findAndModify(ofYear, new Update().inc("drawn", 1), AFTER, Count.class)
                // Two that draw a year's first number at once: the one that comes second finds the count there.
                .retryWhen(Retry.max(3).filter(DuplicateKeyException.class::isInstance))
                .map(count -> String.format(Locale.ROOT, "%s-%06d", year, count.drawn()));
    }
}
