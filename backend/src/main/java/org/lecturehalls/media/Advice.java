package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;

/**
 * What a lecturer should look at before a video or audio lesson is published, and where chapters could begin.
 *
 * @param findings in the order of time
 * @param chapterPoints seconds from the start, in order; empty when nothing stands out
 */
@Schema(name = "MediaAdvice")
record Advice(List<Finding> findings, List<Double> chapterPoints) {

    private static final int MOST_FINDINGS = 20;
    private static final double LONG_SILENCE = 20;
    private static final double LONG_BLACK = 5;

    /** Slides stand still as well, but few for a minute and a half. */
    private static final double LONG_FROZEN = 90;

    private static final double MUCH_CLIPPED = 3;

    /** Parts of a video are looked at apart. */
    private static final double TOUCHING = 0.6;

    /** What is wrong, perhaps. */
    @Schema(name = "MediaFindingKind")
    enum FindingKind {
        SILENCE,
        CLIPPING,
        QUIET,
        BLACK,
        FROZEN
    }

    /**
     * Something to look at.
     *
     * @param seconds where it begins
     * @param lengthSeconds how much of it there is
     */
    @Schema(name = "MediaFinding")
    record Finding(FindingKind kind, double seconds, double lengthSeconds) {}

    /** @param all of every part of the video */
    static Advice of(Stream<FilmNotes> all, double duration) {
        List<Note> notes = all.flatMap(each -> each.notes().stream().limit(FilmNotes.MOST))
                .filter(note -> isSensible(note, duration))
                .sorted(Comparator.comparingDouble(Note::from))
                .toList();
        List<Finding> findings = new ArrayList<>();
        quiet(joined(notes, Kind.QUIET), duration, findings);
        clipping(joined(notes, Kind.CLIPPED), findings);
        longOnes(joined(notes, Kind.PAUSE), LONG_SILENCE, FindingKind.SILENCE, findings);
        longOnes(joined(notes, Kind.BLACK), LONG_BLACK, FindingKind.BLACK, findings);
        longOnes(joined(notes, Kind.FROZEN), LONG_FROZEN, FindingKind.FROZEN, findings);
        List<Finding> ordered = findings.stream()
                .limit(MOST_FINDINGS)
                .sorted(Comparator.comparingDouble(Finding::seconds))
                .toList();
        return new Advice(ordered, ChapterPoints.of(notes, joined(notes, Kind.PAUSE), duration));
    }

    private static boolean isSensible(Note note, double duration) {
        return note.from() >= 0 && note.from() <= note.to() && note.from() < duration && note.to() < Double.MAX_VALUE;
    }

    private static Finding found(FindingKind kind, Note note) {
        return new Finding(kind, note.from(), note.to() - note.from());
    }

    /** Only when most of the video is: who plays a soft recording for some minutes does not speak softly. */
    private static void quiet(List<Note> quiet, double duration, List<Finding> findings) {
        if (!quiet.isEmpty() && length(quiet) >= duration / 2) {
            findings.add(found(FindingKind.QUIET, quiet.get(0)));
        }
    }

    private static double length(List<Note> notes) {
        return notes.stream().mapToDouble(note -> note.to() - note.from()).sum();
    }

    /** One for all of it: it is the same microphone all along. */
    private static void clipping(List<Note> clipped, List<Finding> findings) {
        if (length(clipped) >= MUCH_CLIPPED) {
            findings.add(new Finding(FindingKind.CLIPPING, clipped.get(0).from(), length(clipped)));
        }
    }

    private static void longOnes(List<Note> notes, double least, FindingKind kind, List<Finding> findings) {
        notes.stream()
                .filter(note -> note.to() - note.from() >= least)
                .forEach(note -> findings.add(found(kind, note)));
    }

    /** Stretches of a kind; those that touch are one. */
    private static List<Note> joined(List<Note> notes, Kind kind) {
        List<Note> joined = new ArrayList<>();
        for (Note note : notes) {
            int last = joined.size() - 1;
            if (note.kind() != kind) {
                continue;
            }
            if (last >= 0 && note.from() - joined.get(last).to() <= TOUCHING) {
                Note before = joined.get(last);
                joined.set(last, new Note(kind, before.from(), Math.max(before.to(), note.to())));
            } else {
                joined.add(note);
            }
        }
        return joined;
    }
}
