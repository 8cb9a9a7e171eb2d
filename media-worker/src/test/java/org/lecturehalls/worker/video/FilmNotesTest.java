package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmNotes.Kind;
import org.lecturehalls.media.contract.FilmNotes.Note;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;

/** What is noticed while a video is encoded, from footage made for one trouble each. */
class FilmNotesTest {

    private static final String QUICK = " -c:v libx264 -preset ultrafast -pix_fmt yuv420p";
    private static final String MOVING = "testsrc2=size=192x144:rate=10:duration=";
    private static final String TONE = "-f lavfi -i sine=frequency=300:sample_rate=48000:duration=20";

    @TempDir
    static Path folder;

    private static Sandbox sandbox;

    @BeforeAll
    static void open() {
        sandbox = new Sandbox();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void noticesABlackPicture() throws Exception {
        List<Note> notes = notes("black.mp4", "-f lavfi -i " + MOVING + "6,tpad=start_duration=8:color=black" + QUICK);

        assertThat(notes).filteredOn(note -> note.kind() == Kind.BLACK).containsExactly(new Note(Kind.BLACK, 0, 8));
        assertThat(notes).filteredOn(note -> note.kind() == Kind.FROZEN).isEmpty();
        assertThat(notes).filteredOn(note -> note.kind() == Kind.SCENE).containsExactly(new Note(Kind.SCENE, 8, 8));
    }

    @Test
    void noticesAPictureThatStandsStill() throws Exception {
        List<Note> notes =
                notes("still.mp4", "-f lavfi -i " + MOVING + "6,tpad=stop_mode=clone:stop_duration=12" + QUICK);

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.FROZEN);
            assertThat(note.from()).isCloseTo(6, within(1.0));
            assertThat(note.to()).isCloseTo(18, within(1.0));
        });
    }

    @Test
    void noticesNothingInAVideoInWhichEverythingMoves() throws Exception {
        assertThat(notes("fine.mp4", "-f lavfi -i " + MOVING + "20 " + TONE + " -af volume=8dB" + QUICK))
                .isEmpty();
    }

    @Test
    void noticesWhenNobodySpeaks() throws Exception {
        List<Note> notes =
                notes("pause.mkv", TONE + " -af volume=8dB,volume=0:enable='between(t,5,12)' -c:a pcm_s16le");

        assertThat(notes).singleElement().satisfies(note -> {
            assertThat(note.kind()).isEqualTo(Kind.PAUSE);
            assertThat(note.from()).isCloseTo(5, within(0.5));
            assertThat(note.to()).isCloseTo(12, within(0.5));
        });
    }

    @Test
    void noticesSoundThatIsOverdriven() throws Exception {
        List<Note> notes = notes("clipped.mkv", TONE + " -af volume=30dB -c:a pcm_s16le");

        assertThat(notes).containsExactly(new Note(Kind.CLIPPED, 0, 20));
    }

    @Test
    void noticesSoundThatIsTooSoft() throws Exception {
        List<Note> notes = notes("soft.mkv", TONE + " -af volume=-35dB -c:a pcm_s16le");

        assertThat(notes).containsExactly(new Note(Kind.QUIET, 0, 20));
    }

    private static List<Note> notes(String name, String arguments) throws Exception {
        Path made = Footage.make(folder.resolve(name), arguments);
        try (Workspace workspace = Workspace.in(Files.createTempDirectory(folder, "work"))) {
            Files.copy(made, workspace.source());
            FileFormat format = name.endsWith("mkv") ? FileFormat.MATROSKA : FileFormat.MP4;
            Source claimed = new Source(MediaKind.VIDEO, name, "", SoundChoice.SPEECH, null, false, true);
            MediaResult.Video result =
                    (MediaResult.Video) new VideoWork(Settings.USUAL, Footage.tools(), sandbox, (own, stop) -> null)
                            .process(workspace, format, claimed, new StopSignal(), (step, percent) -> {});
            FilmNotes notes = result.ready().notes();
            return notes.notes();
        }
    }
}
