package org.lecturehalls.competitions;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.lecturehalls.competitions.Dossier.Figures;
import org.lecturehalls.lecturers.TrainingDone;
import org.lecturehalls.lecturers.TrainingLedger;
import org.lecturehalls.sessions.LecturerWork;
import org.lecturehalls.sessions.WorkDone;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Computes what stands in dossiers from what the platform has recorded. */
@Component
class DossierFigures {

    private final LecturerWork work;
    private final TrainingLedger training;

    DossierFigures(LecturerWork work, TrainingLedger training) {
        this.work = work;
        this.training = training;
    }

    /** By lecturer; everybody asked for is there. */
    Mono<Map<String, Figures>> of(DossierRule rule, Collection<String> lecturerIds) {
        return Mono.zip(
                work.done(lecturerIds, rule.start(), rule.end()).collectList(),
                training.done(lecturerIds, rule.from(), rule.until()).collectList(),
                (works, trainings) -> joined(lecturerIds, works, trainings));
    }

    Mono<Figures> of(DossierRule rule, String lecturerId) {
        return of(rule, List.of(lecturerId)).map(all -> Objects.requireNonNull(all.get(lecturerId)));
    }

    private static Map<String, Figures> joined(
            Collection<String> lecturerIds, List<WorkDone> works, List<TrainingDone> trainings) {
        Map<String, Figures> figures = new HashMap<>();
        lecturerIds.forEach(id -> figures.put(id, Figures.NONE));
        works.forEach(each -> figures.computeIfPresent(each.lecturerId(), (id, old) -> old.with(each)));
        trainings.forEach(each -> figures.computeIfPresent(each.lecturerId(), (id, old) -> old.with(each)));
        return figures;
    }
}
