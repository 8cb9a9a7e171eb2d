package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.support.Footage;

/** What the filters make of sound, with real ffmpeg and measured as EBU R128 says. */
class SoundFiltersTest {

    private static final double LEVEL = -16;
    private static final double HIGHEST_PEAK = -1;

    @TempDir
    Path folder;

    @Test
    void liftsQuietSpeechAndKeepsItsPeaksBelowTheLimit() throws Exception {
        Path made = filtered(Footage.speech(folder.resolve("quiet.wav"), -25), SoundChoice.SPEECH);

        assertThat(measured(made, "I:")).isCloseTo(LEVEL, within(2.5));
        assertThat(measured(made, "Peak:")).isLessThan(HIGHEST_PEAK);
    }

    @Test
    void bringsSpeakersNearAndFarToOneLevel() throws Exception {
        Path near = Footage.speech(folder.resolve("near.wav"), 0);
        Path far = Footage.speech(folder.resolve("far.wav"), -18);
        Path both = Footage.make(
                folder.resolve("both.wav"),
                "-t 20 -i " + near + " -t 20 -i " + far + " -filter_complex [0][1]concat=n=2:v=0:a=1");

        Path made = filtered(both, SoundChoice.SPEECH);

        double first = measured(part(made, 0), "I:");
        double second = measured(part(made, 24), "I:");
        assertThat(second).isCloseTo(first, within(2.5));
    }

    @Test
    void leavesTheLevelsOfMusicAlone() throws Exception {
        Path song = Footage.make(
                folder.resolve("song.wav"), "-f lavfi -i sine=330:r=48000:d=12,volume=0.01+0.06*t:eval=frame");

        Path made = filtered(song, SoundChoice.MUSIC);

        assertThat(measured(made, "I:")).isCloseTo(measured(song, "I:"), within(0.3));
        assertThat(measured(made, "LRA:")).isCloseTo(measured(song, "LRA:"), within(0.5));
    }

    @Test
    void makesNoNoiseOfSilence() throws Exception {
        Path silence = Footage.make(folder.resolve("silence.wav"), "-f lavfi -i anullsrc=r=48000:cl=mono -t 10");
        Path hiss = Footage.make(folder.resolve("hiss.wav"), "-f lavfi -i anoisesrc=a=0.0005:r=48000:d=10");

        assertThat(measured(filtered(silence, SoundChoice.SPEECH), "I:")).isEqualTo(-70);
        assertThat(measured(filtered(hiss, SoundChoice.SPEECH), "I:")).isLessThan(-45);
    }

    @Test
    void keepsEverySampleInItsPlace() throws Exception {
        Path late = Footage.make(
                folder.resolve("late.wav"), "-f lavfi -i sine=1000:r=48000:d=6,volume=0.1*gte(t\\,3):eval=frame");

        Path speech = filtered(late, SoundChoice.SPEECH);

        assertThat(begin(speech)).isCloseTo(begin(filtered(late, SoundChoice.MUSIC)), within(0.012));
        assertThat(Footage.probe(speech, "-show_entries stream=duration -of csv=p=0"))
                .isEqualTo("6.000000");
    }

    private Path filtered(Path source, SoundChoice sound) throws Exception {
        String filters = SoundFilters.of(sound)
                .replace(SoundNotes.FILE, folder.resolve("levels.txt").toString());
        return Footage.make(
                folder.resolve(sound + "-" + source.getFileName() + ".m4a"),
                "-i " + source + " -af " + filters + " -c:a aac -b:a 48k -ac 1 -ar 48000");
    }

    private Path part(Path whole, int from) throws Exception {
        return Footage.make(folder.resolve("from-" + from + ".wav"), "-ss " + from + " -t 14 -i " + whole);
    }

    private static double measured(Path file, String figure) throws Exception {
        String output = Footage.run("-v info -nostats -i " + file + " -af ebur128=peak=true:framelog=quiet -f null -");
        String summary = output.substring(output.lastIndexOf("Summary:"));
        String value = summary.substring(summary.indexOf(figure) + figure.length())
                .strip()
                .split("\\s")[0];
        return value.equals("-inf") ? Double.NEGATIVE_INFINITY : Double.parseDouble(value);
    }

    private static double begin(Path file) throws Exception {
        String output = Footage.run("-v info -nostats -i " + file + " -af silencedetect=n=-40dB:d=0.5 -f null -");
        String mark = "silence_end:";
        return Double.parseDouble(
                output.substring(output.indexOf(mark) + mark.length()).strip().split("[\\s|]")[0]);
    }
}
