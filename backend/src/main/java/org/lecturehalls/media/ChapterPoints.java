package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;

/**
 * Where chapters could begin: where another picture comes while nobody speaks, as between two slides; where there is only sound,
 * behind a longer pause; where nobody ever pauses, at the new pictures. The longest pauses go first, and chapters keep apart.
 */
final class ChapterPoints {

    private static final double SHORTEST_VIDEO = 180;
    private static final double LEAST_APART = 60;
    private static final int MOST = 15;

    /** The small pictures that tell of a new one are two seconds apart. */
    private static final double NEAR = 3;

    private static final double LONG_PAUSE = 2;

    private ChapterPoints() {}

    private record Candidate(double seconds, double pause) {}

    /** @param pauses of the notes, joined */
    static List<Double> of(List<Note> notes, List<Note> pauses, double duration) {
        if (duration < SHORTEST_VIDEO) {
            return List.of();
        }
        double apart = Math.max(LEAST_APART, duration / MOST);
        List<Double> chosen = new ArrayList<>(List.of(0.0));
        candidates(notes, pauses).stream()
                .filter(each -> each.seconds() < duration - LEAST_APART / 2)
                .sorted(Comparator.comparingDouble(Candidate::pause).reversed())
                .forEach(each -> add(Math.floor(each.seconds()), chosen, apart));
        return chosen.size() < 2 ? List.of() : chosen.stream().sorted().toList();
    }

    private static void add(double seconds, List<Double> chosen, double apart) {
        boolean free = chosen.stream().allMatch(other -> Math.abs(other - seconds) >= apart);
        if (free && chosen.size() < MOST) {
            chosen.add(seconds);
        }
    }

    private static List<Candidate> candidates(List<Note> notes, List<Note> pauses) {
        List<Double> scenes = notes.stream()
                .filter(note -> note.kind() == Kind.SCENE)
                .map(Note::from)
                .toList();
        if (scenes.isEmpty()) {
            return pauses.stream()
                    .filter(pause -> lengthOf(pause) >= LONG_PAUSE)
                    .map(pause -> new Candidate(pause.to(), lengthOf(pause)))
                    .toList();
        }
        if (pauses.isEmpty()) {
            return scenes.stream().map(scene -> new Candidate(scene, 0)).toList();
        }
        return scenes.stream().flatMap(scene -> inPause(scene, pauses)).toList();
    }

    private static Stream<Candidate> inPause(double scene, List<Note> pauses) {
        return pauses.stream()
                .filter(pause -> pause.from() - NEAR <= scene && scene <= pause.to() + NEAR)
                .max(Comparator.comparingDouble(ChapterPoints::lengthOf))
                .map(pause -> new Candidate(scene, lengthOf(pause)))
                .stream();
    }

    private static double lengthOf(Note pause) {
        return pause.to() - pause.from();
    }
}
