package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.lecturers.TrainingDone;
import org.lecturehalls.sessions.WorkDone;

/**
 * What the platform knows of a lecturer's work. The figures are computed and nobody can write them; as judging starts they
 * are frozen. Officers may put notes beside them.
 *
 * @param figures null until they are frozen
 */
record Dossier(@Nullable Figures figures, @Nullable Instant frozenAt, List<Note> notes) {

    static final Dossier EMPTY = new Dossier(null, null, List.of());

    Dossier {
        notes = List.copyOf(notes);
    }

    /** Something an officer adds that is in no record. */
    record Note(String text, Instant at) {}

    /**
     * The figures.
     *
     * @param sessions held
     * @param halls where they were held
     * @param attendances people who came, each once a session
     * @param ratings how many there are
     * @param starsSum their sum
     * @param requests sessions that somebody had asked for
     * @param trainings passed
     * @param trainingHours of these, in all
     * @param certificates good on the last day
     */
    record Figures(
            int sessions,
            int halls,
            int attendances,
            int ratings,
            int starsSum,
            int requests,
            int trainings,
            int trainingHours,
            int certificates) {

        static final Figures NONE = new Figures(0, 0, 0, 0, 0, 0, 0, 0, 0);

        Figures with(WorkDone work) {
            return new Figures(
                    work.sessions(),
                    work.halls(),
                    work.attendances(),
                    work.ratings(),
                    work.starsSum(),
                    work.requests(),
                    trainings,
                    trainingHours,
                    certificates);
        }

        Figures with(TrainingDone training) {
            return new Figures(
                    sessions,
                    halls,
                    attendances,
                    ratings,
                    starsSum,
                    requests,
                    training.trainings(),
                    training.hours(),
                    training.certificates());
        }

        Map<String, Object> logged() {
            Map<String, Object> data = new LinkedHashMap<>();
            data.put("sessions", sessions);
            data.put("halls", halls);
            data.put("attendances", attendances);
            data.put("ratings", ratings);
            data.put("starsSum", starsSum);
            data.put("requests", requests);
            data.put("trainings", trainings);
            data.put("trainingHours", trainingHours);
            data.put("certificates", certificates);
            return data;
        }
    }

    Dossier frozen(Figures now, Instant at) {
        return new Dossier(now, at, notes);
    }

    Dossier noted(Note note) {
        List<Note> more = new ArrayList<>(notes);
        more.add(note);
        return new Dossier(figures, frozenAt, more);
    }
}
