package org.lecturehalls.lecturers;

import java.time.LocalDate;
import java.util.Collection;
import reactor.core.publisher.Flux;

/** Tells what lecturers have learned. */
public interface TrainingLedger {

    /** Of each of the lecturers who has a certificate; trainings count that ended between two days, both included. */
    Flux<TrainingDone> done(Collection<String> lecturerIds, LocalDate from, LocalDate until);
}
