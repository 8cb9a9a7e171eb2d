package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.lecturehalls.lecturers.Certificate.Training;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;

/** Counts certificates: whoever has passed a cohort has one. Those that were revoked count for nothing. */
@Service
class StoredTrainingLedger implements TrainingLedger {

    private final ReactiveMongoOperations mongo;

    StoredTrainingLedger(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Flux<TrainingDone> done(Collection<String> lecturerIds, LocalDate from, LocalDate until) {
        var theirs = where("lecturerId").in(lecturerIds).and("deletedAt").is(null);
        return mongo.find(Query.query(theirs), Certificate.class)
                .filter(certificate -> certificate.revoked() == null)
                .collectMultimap(Certificate::lecturerId)
                .flatMapIterable(byLecturer -> byLecturer.entrySet().stream()
                        .map(each -> done(each.getKey(), List.copyOf(each.getValue()), from, until))
                        .toList());
    }

    private static TrainingDone done(String lecturerId, List<Certificate> own, LocalDate from, LocalDate until) {
        List<Training> trainings = own.stream()
                .map(Certificate::training)
                .filter(each -> !each.endsOn().isBefore(from) && !each.endsOn().isAfter(until))
                .distinct()
                .toList();
        long good = own.stream()
                .filter(each -> !each.issuedOn().isAfter(until) && each.stateOn(until) == CertificateState.VALID)
                .count();
        int hours = trainings.stream().mapToInt(Training::hours).sum();
        return new TrainingDone(lecturerId, trainings.size(), hours, (int) good);
    }
}
