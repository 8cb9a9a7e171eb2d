package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.SoundTrack;
import org.lecturehalls.media.contract.VideoPlan;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;

/** Recordings with several sounds, with real ffmpeg: a low tone in the first, a high one in the second. */
class SoundTrackTest {

    private static final int LOW = 440;
    private static final int HIGH = 1500;

    /** Decibels by which the tone that is heard stands out, at the least. */
    private static final double CLEARLY = 20;

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
    void listsWhatCanBeHeardAndTakesTheDefaultOne() throws Exception {
        Path source = twoSounds(
                "listed.mkv",
                4,
                "-c:a:0 aac -ac:a:0 1 -c:a:1 mp3 -ac:a:1 2 -metadata:s:a:0 language=chi -metadata:s:a:0 title=机上话筒"
                        + " -metadata:s:a:1 language=zha -disposition:a:0 0 -disposition:a:1 default");

        try (Workspace workspace = workspace(source)) {
            Inspection found = inspect(workspace, null);

            assertThat(found.soundTracks())
                    .usingRecursiveComparison()
                    .ignoringFields("seconds")
                    .isEqualTo(List.of(
                            new SoundTrack(0, "chi", "机上话筒", "aac", 1, null, false),
                            new SoundTrack(1, "zha", null, "mp3", 2, null, true)));
            assertThat(found.soundTracks())
                    .allSatisfy(track -> assertThat(track.seconds()).isCloseTo(4, within(0.2)));
            assertThat(found.audio().index()).as("behind the picture").isEqualTo(2);
        }
    }

    @Test
    void takesTheFirstThatCanBeHeardWhenTheDefaultOneCannot() throws Exception {
        Path empty = Footage.make(folder.resolve("empty.mka"), "-f lavfi -i sine=" + LOW + ":d=0.001 -c:a pcm_s16le");
        Path source = Footage.make(
                folder.resolve("broken.mkv"),
                "-f lavfi -i testsrc2=size=64x48:rate=25 -f lavfi -i sine=" + HIGH + " -t 2 -i " + empty
                        + " -map 0 -map 2 -map 1 -c:v libx264 -preset ultrafast -c:a:0 copy -c:a:1 aac -t 2"
                        + " -bsf:a:0 noise=drop=1 -disposition:a:0 default");

        try (Workspace workspace = workspace(source)) {
            Inspection found = inspect(workspace, null);

            assertThat(found.soundTracks()).extracting(SoundTrack::index).containsExactly(1);
            assertThat(found.soundTracks()).allMatch(SoundTrack::usual);
            assertThat(found.audio().index()).isEqualTo(2);
        }
    }

    @Test
    void encodesTheSoundThatWasChosen() throws Exception {
        Path source = twoSounds("chosen.mp4", 3, "-c:a aac");

        assertThat(heard(source, null)).isEqualTo(LOW);
        assertThat(heard(source, 0)).isEqualTo(LOW);
        assertThat(heard(source, 1)).isEqualTo(HIGH);
    }

    @Test
    void refusesASoundThatIsNotThere() throws Exception {
        Path source = twoSounds("missing.mp4", 1, "-c:a aac");

        assertThatThrownBy(() -> heard(source, 2))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.code()).isEqualTo(RefusalCode.NO_SUCH_SOUND_TRACK))
                .hasMessageContaining("Sound 2 is wanted; there are [0, 1].");
    }

    @Test
    void handsTheChoiceToTheWorkersThatShareALongVideo() throws Exception {
        Path source = twoSounds("long.mp4", 100, "-c:a aac");

        assertThat(heardInParts(source, 1)).isEqualTo(HIGH);
        assertThat(heardInParts(source, null)).isEqualTo(LOW);
    }

    @Test
    void countsSoundsOfABroadcastAsBeforeItWasPutIntoAnotherFile() throws Exception {
        Path source = twoSounds("broadcast.ts", 100, "-c:a mp2 -metadata:s:a:1 language=zha");

        assertThat(heardInParts(source, 1)).isEqualTo(HIGH);
        try (Workspace workspace = workspace(source)) {
            VideoPlan plan = plan(workspace, 1);
            assertThat(plan.soundTracks()).extracting(SoundTrack::index).containsExactly(0, 1);
            assertThat(plan.soundTracks()).extracting(SoundTrack::language).containsExactly(null, "zha");
        }
    }

    @Test
    void boundsHowManyAreListed() throws Exception {
        Path source = Footage.make(
                folder.resolve("many.mka"),
                "-f lavfi -i sine -t 0.3" + " -map 0".repeat(SoundTrack.MOST + 3) + " -c:a pcm_s16le"
                        + " -disposition:a 0 -disposition:a:" + (SoundTrack.MOST + 2) + " default");

        try (Workspace workspace = workspace(source)) {
            Inspection found = inspect(workspace, null);

            assertThat(found.soundTracks()).hasSize(SoundTrack.MOST);
            assertThat(found.soundTracks())
                    .filteredOn(SoundTrack::usual)
                    .extracting(SoundTrack::index)
                    .containsExactly(SoundTrack.MOST + 2);
        }
    }

    @Test
    void cleansAndCutsWhatSoundsSayOfThemselves() {
        Map<Integer, SoundWords> words = SoundWords.of("""
                {"streams":[{"index":1,"tags":{"language":"und","title":"a\\u0000b\\u202Ec\\n d"}},
                 {"index":2,"tags":{"language":"%s","title":"%s"}},{"index":3}]}""".formatted("x".repeat(50), "长".repeat(500)));

        assertThat(words.get(1)).isEqualTo(new SoundWords(null, "a b c d"));
        assertThat(words.get(2))
                .isEqualTo(new SoundWords("x".repeat(SoundTrack.MOST_LANGUAGE), "长".repeat(SoundTrack.MOST_TITLE)));
        assertThat(words.get(3)).isEqualTo(SoundWords.NONE);
        assertThat(SoundWords.of("no json")).isEmpty();
    }

    @Test
    void readsRecipesFromBeforeThereWasAChoice() throws Exception {
        Path source = twoSounds("recipe.mp4", 1, "-c:a aac");
        try (Workspace workspace = workspace(source)) {
            Recipe recipe = Recipe.of(EncodePlan.of(inspect(workspace, 1), SoundChoice.MUSIC, false, 1), false);
            assertThat(Recipe.read(recipe.text())).isEqualTo(recipe);
            assertThat(recipe.source().audio().index()).isEqualTo(2);

            String old =
                    recipe.text().replaceFirst("\"soundTracks\":\\[.*?],?", "").replace(",}", "}");

            assertThat(old).doesNotContain("soundTracks");
            assertThat(Recipe.read(old).source().soundTracks()).isEmpty();
            assertThat(Recipe.read(old).source().audio())
                    .isEqualTo(recipe.source().audio());
        }
    }

    private static Path twoSounds(String name, int seconds, String more) throws Exception {
        return Footage.make(
                folder.resolve(name),
                "-f lavfi -i testsrc2=size=64x48:rate=5 -f lavfi -i sine=" + LOW + " -f lavfi -i sine=" + HIGH
                        + " -map 0 -map 1 -map 2 -t " + seconds
                        + " -c:v libx264 -preset ultrafast -g 10 -pix_fmt yuv420p " + more);
    }

    /** The tone that the rendition has, when it is encoded in one piece. */
    private static int heard(Path source, @Nullable Integer track) throws Exception {
        try (Workspace workspace = workspace(source)) {
            MediaResult result = work(workspace, track, true);
            VideoReady ready = ((MediaResult.Video) result).ready();
            assertThat(ready.soundTracks()).hasSize(2);
            return tone(workspace.out().resolve("audio.m4a"));
        }
    }

    /** The same when its sound is a part of its own. */
    private static int heardInParts(Path source, @Nullable Integer track) throws Exception {
        VideoPlan plan;
        try (Workspace workspace = workspace(source)) {
            plan = plan(workspace, track);
        }
        try (Workspace workspace = workspace(source)) {
            VideoParts parts = new VideoParts(Settings.USUAL, Footage.tools(), sandbox);
            PartJob job = new PartJob("p", PartKind.SOUND, 0, "b", "k", 1, plan.recipe(), 0, 0, false, List.of());
            if (parts.wantsPreparation(job)) {
                parts.prepare(workspace, new StopSignal());
            }
            parts.process(workspace, job, new QuietDesk());
            return tone(workspace.out().resolve("audio.m4a"));
        }
    }

    private static VideoPlan plan(Workspace workspace, @Nullable Integer track) throws Exception {
        return ((MediaResult.Planned) work(workspace, track, false)).plan();
    }

    private static MediaResult work(Workspace workspace, @Nullable Integer track, boolean whole) throws Exception {
        Source claimed = new Source(MediaKind.VIDEO, "source", "", SoundChoice.MUSIC, track, false, whole);
        FileFormat format = new Recogniser().recognise(workspace.source(), claimed);
        VideoWork work = new VideoWork(Settings.USUAL, Footage.tools(), sandbox, (own, stop) -> null);
        return work.process(workspace, format, claimed, new StopSignal(), (step, percent) -> {});
    }

    private static Inspection inspect(Workspace workspace, @Nullable Integer track) throws Exception {
        FileFormat format = new Recogniser().recognise(workspace.source(), new Source(MediaKind.VIDEO, "source", ""));
        Ffprobe ffprobe =
                new Ffprobe(Footage.tools(), sandbox, Settings.USUAL.inspectionLimits(), workspace, new StopSignal());
        return new SourceInspector(Settings.USUAL, ffprobe, workspace, format).inspect(track);
    }

    private static Workspace workspace(Path source) throws Exception {
        Workspace workspace = Workspace.in(folder);
        Files.copy(source, workspace.source());
        return workspace;
    }

    private static int tone(Path sound) throws Exception {
        double low = level(sound, LOW);
        double high = level(sound, HIGH);
        assertThat(Math.abs(low - high)).isGreaterThan(CLEARLY);
        return low > high ? LOW : HIGH;
    }

    private static double level(Path sound, int frequency) throws Exception {
        String band = "bandpass=f=" + frequency + ":width_type=h:w=40";
        String output =
                Footage.run("-v info -nostats -i " + sound + " -af " + band + "," + band + ",volumedetect -f null -");
        String mark = "mean_volume:";
        return Double.parseDouble(
                output.substring(output.indexOf(mark) + mark.length()).strip().split("\\s")[0]);
    }

    private static final class QuietDesk implements PartWork.Desk {

        @Override
        public void at(JobStep step, int percent) {}

        @Override
        public StopSignal stop() {
            return new StopSignal();
        }

        @Override
        public void piece(int number, Path file, SegmentedFile piece) {}

        @Override
        public void excerpt(PartJob.Excerpt excerpt, Path file) {}
    }
}
