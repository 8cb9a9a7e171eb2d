package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.FilmTexts.Chapter;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;
import org.springframework.util.unit.DataSize;

class TextsTest {

    private static final SandboxLimits LIMITS = new SandboxLimits(
            Duration.ofMinutes(1),
            Duration.ofMinutes(1),
            DataSize.ofGigabytes(6),
            DataSize.ofMegabytes(100),
            DataSize.ofMegabytes(10));

    @TempDir
    Path folder;

    @Test
    void takesOverChaptersAndTextTracks() throws Exception {
        Path words = Files.writeString(
                folder.resolve("zh.srt"),
                "1\n00:00:01,000 --> 00:00:02,500\n<i>你好</i>\n\n2\n00:00:03,000 --> 00:00:04,000\n再见\n");
        Path chapters = Files.writeString(folder.resolve("chapters.txt"), """
                ;FFMETADATA1
                [CHAPTER]
                TIMEBASE=1/1000
                START=0
                END=2000
                title=开头
                [CHAPTER]
                TIMEBASE=1/1000
                START=2000
                END=5000
                title=选苗 | x=1
                """);
        Path film = Footage.lecture(folder.resolve("film.mp4"), 64, 48, 25, 5);
        Path source = Footage.make(
                folder.resolve("all.mkv"),
                "-i " + film + " -i " + words + " -i " + words + " -i " + chapters
                        + " -map 0 -map 1 -map 2 -map_metadata 3 -map_chapters 3 -c copy -c:s:0 ass -c:s:1 srt"
                        + " -metadata:s:s:0 language=chi -metadata:s:s:1 language=eng -metadata:s:s:1 title=Words"
                        + " -disposition:s:1 default");

        Texts.Made made = made(source, FileFormat.MATROSKA);

        assertThat(made.texts().chapters()).containsExactly(new Chapter(0, "开头"), new Chapter(2, "选苗 | x=1"));
        assertThat(made.texts().subtitles())
                .extracting(track -> track.key() + " " + track.language() + " " + track.title())
                .containsExactly("subtitles-0.vtt eng Words", "subtitles-1.vtt chi null");
        assertThat(made.files()).hasSize(2);
        // The container itself moves everything by the sound's first packet.
        assertThat(Files.readString(made.files().get(1)))
                .containsPattern("00:01\\.0\\d\\d --> 00:02\\.5\\d\\d\\R.*你好")
                .containsPattern("00:03\\.0\\d\\d --> 00:04\\.0\\d\\d\\R再见");
    }

    @Test
    void findsNothingWhereThereIsNothing() throws Exception {
        Path source = Footage.lecture(folder.resolve("bare.mp4"), 64, 48, 25, 2);

        Texts.Made made = made(source, FileFormat.MP4);

        assertThat(made.texts().chapters()).isEmpty();
        assertThat(made.files()).isEmpty();
    }

    private Texts.Made made(Path source, FileFormat format) throws Exception {
        try (Sandbox sandbox = new Sandbox()) {
            Workspace workspace = Workspace.in(folder);
            Files.copy(source, workspace.source());
            StopSignal stop = new StopSignal();
            Ffprobe ffprobe = new Ffprobe(Footage.tools(), sandbox, LIMITS, workspace, stop);
            Transcoder transcoder = new Transcoder(Footage.tools(), sandbox, LIMITS);
            Inspection inspection = new Inspection(format, 0, null, new AudioStream(1, 0, 5), List.of());
            return new Texts(ffprobe, transcoder, workspace, stop).make(inspection);
        }
    }

    @Test
    void keepsOnlySensibleChapters() {
        StringBuilder json = new StringBuilder("{\"chapters\":[");
        for (int i = 0; i < 300; i++) {
            json.append("{\"start_time\":\"").append(i).append(".0000001\",\"tags\":{\"title\":\"a\\u202e\\n b\"}},");
        }
        json.append("{\"start_time\":\"5.0\"},{\"start_time\":\"-3\"}]}");
        List<Chapter> chapters = SourceTexts.of(json.toString(), 200).chapters();

        assertThat(chapters).hasSize(100).contains(new Chapter(7, "a b"));
        assertThat(SourceTexts.of("{\"chapters\":[{\"start_time\":\"0\"}]}", 9).chapters())
                .as("one for all")
                .isEmpty();
        assertThat(SourceTexts.of("{\"chapters\":[{\"start_time\":\"x\"}", 9)).isEqualTo(SourceTexts.NONE);
    }
}
