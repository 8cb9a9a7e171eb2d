package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.Advice.Finding;
import org.lecturehalls.media.Advice.FindingKind;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;

class AdviceTest {

    @Test
    void tellsOfLongStretchesOnlyAndJoinsThoseOfPartsThatTouch() {
        Advice advice = of(
                600,
                new Note(Kind.PAUSE, 10, 12),
                new Note(Kind.PAUSE, 100, 130),
                new Note(Kind.BLACK, 68, 72),
                new Note(Kind.BLACK, 72, 78),
                new Note(Kind.FROZEN, 200, 240),
                new Note(Kind.FROZEN, 300, 372),
                new Note(Kind.FROZEN, 372, 432));

        assertThat(advice.findings())
                .containsExactly(
                        new Finding(FindingKind.BLACK, 68, 10),
                        new Finding(FindingKind.SILENCE, 100, 30),
                        new Finding(FindingKind.FROZEN, 300, 132));
    }

    @Test
    void speaksOfTheMicrophoneOnce() {
        Advice advice =
                of(600, new Note(Kind.QUIET, 0, 600), new Note(Kind.CLIPPED, 30, 31), new Note(Kind.CLIPPED, 80, 82.5));

        assertThat(advice.findings())
                .containsExactly(new Finding(FindingKind.QUIET, 0, 600), new Finding(FindingKind.CLIPPING, 30, 3.5));
        assertThat(of(600, new Note(Kind.CLIPPED, 30, 31)).findings()).isEmpty();
    }

    @Test
    void proposesChaptersWhereANewPictureComesInAPause() {
        assertThat(of(
                                600,
                                new Note(Kind.SCENE, 100.4, 100.4),
                                new Note(Kind.PAUSE, 99, 102),
                                new Note(Kind.SCENE, 130, 130),
                                new Note(Kind.PAUSE, 129, 130.5),
                                new Note(Kind.SCENE, 250, 250),
                                new Note(Kind.SCENE, 400, 400),
                                new Note(Kind.PAUSE, 402, 403))
                        .chapterPoints())
                .containsExactly(0.0, 100.0, 400.0);
    }

    @Test
    void proposesChaptersOfARecordingBehindItsLongerPauses() {
        assertThat(of(600, new Note(Kind.PAUSE, 99, 102), new Note(Kind.PAUSE, 300, 301))
                        .chapterPoints())
                .containsExactly(0.0, 102.0);
        assertThat(of(170, new Note(Kind.PAUSE, 99, 102)).chapterPoints()).isEmpty();
    }

    @Test
    void neverProposesMoreChaptersThanPeopleWantToSee() {
        Stream<Note> scenes = Stream.iterate(10.0, at -> at + 10).limit(700).map(at -> new Note(Kind.SCENE, at, at));

        assertThat(Advice.of(Stream.of(new FilmNotes(scenes.toList())), 7_200).chapterPoints())
                .hasSizeBetween(5, 15);
    }

    @Test
    void leavesOutWhatCannotBe() {
        assertThat(of(
                                600,
                                new Note(Kind.PAUSE, -5, 100),
                                new Note(Kind.BLACK, 700, 800),
                                new Note(Kind.FROZEN, 100, Double.NaN))
                        .findings())
                .isEmpty();
    }

    private static Advice of(double duration, Note... notes) {
        return Advice.of(Stream.of(new FilmNotes(List.of(notes))), duration);
    }
}
