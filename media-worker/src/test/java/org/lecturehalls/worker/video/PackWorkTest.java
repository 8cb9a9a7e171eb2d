package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PackKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.PackResult;
import org.lecturehalls.worker.work.PackResult.Packed;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain files of real renditions: the same packets at the same times, and called what the lesson is called. */
class PackWorkTest {

    private static final PackJob.Stretch SOME = new PackJob.Stretch("key", 0, 1);

    @TempDir
    static Path folder;

    private static Sandbox sandbox;
    private static Path renditions;

    /** Renditions as the platform makes them, of a film whose picture starts later than its sound. */
    @BeforeAll
    static void encode() throws Exception {
        sandbox = new Sandbox();
        Path picture = Footage.make(
                folder.resolve("picture.mp4"),
                "-f lavfi -i testsrc2=size=320x240:rate=25 -t 9 -c:v libx264 -preset ultrafast -pix_fmt yuv420p");
        Path source = Footage.make(
                folder.resolve("source.mkv"),
                "-itsoffset 0.5 -i " + picture + " -f lavfi -i sine -t 9.0454 -map 0:v -map 1:a -c:v copy -c:a aac");
        Workspace workspace = Workspace.in(folder);
        Files.copy(source, workspace.source());
        new VideoWork(Settings.USUAL, Footage.tools(), sandbox, (cover, stop) -> null)
                .process(
                        workspace,
                        FileFormat.MATROSKA,
                        new Source(MediaKind.VIDEO, "source", "", SoundChoice.SPEECH, null, false, true),
                        new StopSignal(),
                        (step, percent) -> {});
        renditions = workspace.out();
    }

    @AfterAll
    static void close() {
        sandbox.close();
    }

    @Test
    void copiesEachPacketAtItsTime() throws Exception {
        try (Workspace workspace = workspace("240p.mp4", "audio.m4a")) {
            PackResult made = make(workspace, "油茶修剪", "");

            assertThat(made.files()).extracting(Packed::kind).containsExactly(PackKind.VIDEO, PackKind.SOUND);
            Path video = made.files().get(0).file();
            Path sound = made.files().get(1).file();
            assertThat(packets(video, "v:0")).isEqualTo(packets(renditions.resolve("240p.mp4"), "v:0"));
            assertThat(packets(video, "a:0")).isEqualTo(packets(renditions.resolve("audio.m4a"), "a:0"));
            assertThat(packets(sound, "a:0")).isEqualTo(packets(renditions.resolve("audio.m4a"), "a:0"));
        }
    }

    @Test
    void beginsWithItsIndexAndHasCoverAndChecksum() throws Exception {
        try (Workspace workspace = workspace("240p.mp4", "audio.m4a")) {
            PackResult made = make(workspace, "油茶修剪", "乡村技术");

            for (Packed each : made.files()) {
                byte[] bytes = Files.readAllBytes(each.file());
                String text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
                assertThat(text.indexOf("moov")).isPositive().isLessThan(text.indexOf("mdat"));
                assertThat(each.bytes()).isEqualTo(bytes.length);
                assertThat(each.sha256())
                        .isEqualTo(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
                assertThat(tag(each.file(), "title")).isEqualTo("油茶修剪");
                assertThat(tag(each.file(), "album")).isEqualTo("乡村技术");
            }
            assertThat(
                            Footage.probe(
                                    made.files().get(1).file(),
                                    "-select_streams v -show_entries stream=codec_name:stream_disposition=attached_pic -of csv=p=0"))
                    .isEqualTo("mjpeg,1");
        }
    }

    @Test
    void makesTheSameFileAgain() throws Exception {
        try (Workspace first = workspace("240p.mp4", "audio.m4a");
                Workspace second = workspace("240p.mp4", "audio.m4a")) {
            assertThat(make(second, "题目", "").files())
                    .extracting(Packed::sha256)
                    .isEqualTo(make(first, "题目", "").files().stream()
                            .map(Packed::sha256)
                            .toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "讲习：\"油茶\"与'山歌' 😀",
                "a=b;c#d\\e",
                "first\nsecond",
                ";comment",
                "#comment",
                "[CHAPTER]\nTIMEBASE=1/1000\nSTART=0",
                "a\\\nb\\\\c",
                "-i /etc/passwd $(id) %s %d"
            })
    void saysTheTitleAsItIs(String title) throws Exception {
        try (Workspace workspace = workspace("144p.mp4", "audio.m4a")) {
            PackResult made = make(workspace, title, title);

            for (Packed each : made.files()) {
                assertThat(tag(each.file(), "title")).isEqualTo(title);
                assertThat(tag(each.file(), "album")).isEqualTo(title);
                assertThat(Footage.probe(each.file(), "-show_chapters")).isEmpty();
            }
        }
    }

    @Test
    void keepsATitleThatEndsWithABackslashApartFromWhatFollows() throws Exception {
        try (Workspace workspace = workspace("144p.mp4", "audio.m4a")) {
            PackResult made = make(workspace, "ends with\\", "album");

            assertThat(tag(made.files().get(0).file(), "title").strip()).isEqualTo("ends with\\");
            assertThat(tag(made.files().get(0).file(), "album")).isEqualTo("album");
        }
    }

    @Test
    void leavesOutSignsThatNoTitleHas() {
        assertThat(MetadataFile.of("a\u0000b\rc\u001b", "")).isEqualTo(";FFMETADATA1\ntitle=a b c \n");
    }

    @Test
    void makesOnlyTheSoundOfAnAudioLesson() throws Exception {
        try (Workspace workspace = workspace(null, "audio.m4a")) {
            Files.delete(PackWork.cover(workspace));
            PackJob job = new PackJob("job", "bucket", "广播", "", 9, List.of(), List.of(SOME), null);

            PackResult made = work(workspace, job);

            assertThat(made.files()).extracting(Packed::kind).containsExactly(PackKind.SOUND);
            assertThat(Footage.probe(made.files().get(0).file(), "-show_entries stream=codec_type -of csv=p=0"))
                    .isEqualTo("audio");
        }
    }

    @Test
    void makesAMuteVideo() throws Exception {
        try (Workspace workspace = workspace("144p.mp4", null)) {
            PackJob job = new PackJob("job", "bucket", "无声", "", 9, List.of(SOME), List.of(), "cover");

            PackResult made = work(workspace, job);

            assertThat(made.files()).extracting(Packed::kind).containsExactly(PackKind.VIDEO);
            assertThat(packets(made.files().get(0).file(), "v:0"))
                    .isEqualTo(packets(renditions.resolve("144p.mp4"), "v:0"));
        }
    }

    @Test
    void failsWhenTheRenditionCannotBeReadToItsEnd() throws Exception {
        try (Workspace workspace = workspace("144p.mp4", "audio.m4a")) {
            byte[] whole = Files.readAllBytes(PackWork.picture(workspace));
            java.util.Arrays.fill(whole, 0, 200, (byte) 0);
            Files.write(PackWork.picture(workspace), whole);

            assertThatThrownBy(() -> make(workspace, "坏", "")).isInstanceOf(WorkFailedException.class);
        }
    }

    private static Workspace workspace(@Nullable String picture, @Nullable String sound) throws Exception {
        Workspace workspace = Workspace.in(folder);
        if (picture != null) {
            Files.copy(renditions.resolve(picture), PackWork.picture(workspace));
        }
        if (sound != null) {
            Files.copy(renditions.resolve(sound), PackWork.sound(workspace));
        }
        Files.copy(renditions.resolve("poster-1.jpg"), PackWork.cover(workspace));
        return workspace;
    }

    private static PackResult make(Workspace workspace, String title, String album) throws Exception {
        return work(workspace, new PackJob("job", "bucket", title, album, 9, List.of(SOME), List.of(SOME), "cover"));
    }

    private static PackResult work(Workspace workspace, PackJob job) throws Exception {
        return new PackWork(Settings.USUAL, Footage.tools(), sandbox)
                .process(workspace, job, new StopSignal(), (step, percent) -> {});
    }

    /** Time, size and hash of each packet of a stream. */
    private static List<String> packets(Path file, String stream) throws Exception {
        String all = Footage.probe(
                file,
                "-select_streams " + stream
                        + " -show_data_hash md5 -show_entries packet=pts_time,size,data_hash -of csv=p=0");
        assertThat(all).isNotEmpty();
        return all.lines().toList();
    }

    private static String tag(Path file, String name) throws Exception {
        Process ffprobe = new ProcessBuilder(
                        Footage.tools().ffprobe().toString(),
                        "-v",
                        "error",
                        "-show_entries",
                        "format_tags",
                        "-of",
                        "json",
                        file.toString())
                .start();
        JsonNode said = JsonMapper.builder().build().readTree(ffprobe.getInputStream());
        assertThat(ffprobe.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return said.path("format").path("tags").path(name).asString();
    }
}
