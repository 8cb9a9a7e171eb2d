package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The training of the lecturer who asks. */
@Service
class OwnTraining {

    /** More than a career has. */
    private static final int MOST = 200;

    private final ReactiveMongoOperations mongo;
    private final LecturerDirectory lecturers;

    OwnTraining(ReactiveMongoOperations mongo, LecturerDirectory lecturers) {
        this.mongo = mongo;
        this.lecturers = lecturers;
    }

    /** The latest cohort first; empty for whoever is no lecturer. */
    Mono<List<OwnTrainingView>> of(CurrentUser user) {
        return lecturers
                .ofUser(user.id())
                .flatMapMany(lecturer -> noted(lecturer.id()))
                .collectList()
                .flatMap(this::views);
    }

    private Flux<Trainee> noted(String lecturerId) {
        Criteria wanted = new Criteria().andOperator(where("lecturerId").is(lecturerId), RevisedRecords.deleted(false));
        return mongo.find(Query.query(wanted).limit(MOST), Trainee.class);
    }

    private Mono<List<OwnTrainingView>> views(List<Trainee> noted) {
        List<String> ids = noted.stream().map(Trainee::cohortId).toList();
        return mongo.find(Query.query(where("_id").in(ids)), Cohort.class)
                .filter(Cohort::inUse)
                .sort(Comparator.comparing(Cohort::startsOn).reversed())
                .map(cohort -> OwnTrainingView.of(cohort, of(cohort, noted)))
                .collectList();
    }

    private static Trainee of(Cohort cohort, Collection<Trainee> noted) {
        Optional<Trainee> found = noted.stream()
                .filter(trainee -> trainee.cohortId().equals(cohort.id()))
                .findFirst();
        return found.orElseThrow();
    }
}
