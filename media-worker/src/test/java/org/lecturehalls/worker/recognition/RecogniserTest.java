package org.lecturehalls.worker.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.support.Documents;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;

class RecogniserTest {

    @TempDir
    static Path folder;

    private final Recogniser recogniser = new Recogniser();

    @ParameterizedTest
    @CsvSource({
        "mp4, MP4, -c:a aac",
        "mov, MP4, -c:a aac",
        "m4a, MP4, -c:a aac",
        "3gp, MP4, -c:a aac",
        "mkv, MATROSKA, -c:a aac",
        "webm, MATROSKA, -c:a libopus",
        "avi, AVI, -c:a libmp3lame",
        "flv, FLV, -c:a aac",
        "wmv, ASF, -c:a wmav2",
        "ts, MPEG_TS, -c:a aac",
        "m2ts, MPEG_TS, -c:a aac",
        "mpg, MPEG_PS, -c:a mp2",
        "ogg, OGG, -c:a flac",
        "mp3, MP3, -c:a libmp3lame",
        "aac, AAC, -c:a aac",
        "amr, AMR, -c:a libopencore_amrnb -ar 8000",
        "wav, WAV, -c:a pcm_s16le",
        "flac, FLAC, -c:a flac"
    })
    void knowsEachFormatByItsBytes(String extension, FileFormat format, String options) throws Exception {
        Path file = Footage.make(folder.resolve("sound." + extension), "-f lavfi -i sine -t 1 -ac 1 " + options);

        assertThat(recognise(file, MediaKind.VIDEO, "sound." + extension, "")).isEqualTo(format);
    }

    @Test
    void knowsMp3WithoutTag() throws Exception {
        Path file = Footage.make(folder.resolve("bare.mp3"), "-f lavfi -i sine -t 1 -id3v2_version 0 -write_xing 0");

        assertThat(recognise(file, MediaKind.VIDEO, "bare.mp3", "")).isEqualTo(FileFormat.MP3);
    }

    @Test
    void goesByTheLastExtension() throws Exception {
        Path file = Footage.make(folder.resolve("x.mp4"), "-f lavfi -i sine -t 1");

        assertThat(recognise(file, MediaKind.VIDEO, "lesson.docx.mp4", "video/mp4"))
                .isEqualTo(FileFormat.MP4);
    }

    @Test
    void caresForNoTypeItDoesNotKnow() throws Exception {
        Path file = Documents.word(folder.resolve("x.docx"), "x");

        assertThat(recognise(file, MediaKind.DOCUMENT, "教案.docx", "application/wps-office.docx"))
                .isEqualTo(FileFormat.ZIP);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCUMENT, lesson.pdf, ''",
        "DOCUMENT, lesson.docx, application/pdf",
        "VIDEO, lesson.docx, ''",
        "VIDEO, lesson.mp4, video/mp4"
    })
    void refusesAWordFileThatClaimsToBeSomethingElse(MediaKind kind, String name, String type) throws Exception {
        Path file = Documents.word(folder.resolve("mismatch.docx"), "x");

        assertThat(refusal(file, kind, name, type)).isEqualTo(RefusalCode.KIND_MISMATCH);
    }

    @Test
    void refusesAVideoThatClaimsToBeADocument() throws Exception {
        Path file = Footage.make(folder.resolve("y.mp4"), "-f lavfi -i sine -t 1");

        assertThat(refusal(file, MediaKind.DOCUMENT, "plan.docx", "")).isEqualTo(RefusalCode.KIND_MISMATCH);
        assertThat(refusal(file, MediaKind.VIDEO, "plan.docx", "")).isEqualTo(RefusalCode.KIND_MISMATCH);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'#EXTM3U\n#EXTINF:1,\nhttp://127.0.0.1:1/x.ts'",
                "'\uFEFF#extm3u'",
                "'ffconcat version 1.0\nfile /etc/passwd'",
                "'# note\nfile \"/etc/passwd\"'",
                "'v=0\no=- 0 0 IN IP4 127.0.0.1'",
                "'[playlist]\nFile1=http://127.0.0.1/'",
                "'<?xml version=\"1.0\"?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>'",
                "'[InternetShortcut]\nURL=file:///etc/passwd'"
            })
    void refusesScriptsAsMedia(String script) throws Exception {
        assertThat(refusal(write(script), MediaKind.VIDEO, "a.mp4", "video/mp4"))
                .isEqualTo(RefusalCode.SCRIPT_NOT_MEDIA);
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(refusal(write("just words"), MediaKind.VIDEO, "a.mp4", "")).isEqualTo(RefusalCode.UNKNOWN_KIND);
        assertThat(refusal(write("just words"), MediaKind.DOCUMENT, "a.odt", ""))
                .isEqualTo(RefusalCode.UNKNOWN_KIND);
        byte[] png = HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452");
        assertThat(refusal(Files.write(folder.resolve("p"), png), MediaKind.VIDEO, "a.mp4", ""))
                .isEqualTo(RefusalCode.KIND_MISMATCH);
        assertThat(recognise(Files.write(folder.resolve("q"), png), MediaKind.PHOTO, "a.png", "image/png"))
                .isEqualTo(FileFormat.PNG);
        byte[] heic = HexFormat.of().parseHex("00000018667479706865696300000000");
        assertThat(recognise(Files.write(folder.resolve("h"), heic), MediaKind.PHOTO, "a.heic", ""))
                .isEqualTo(FileFormat.HEIC);
    }

    @Test
    void refusesAnEmptyFile() throws Exception {
        assertThat(refusal(write(""), MediaKind.VIDEO, "a.mp4", "")).isEqualTo(RefusalCode.EMPTY_FILE);
    }

    @Test
    void survivesEveryBeginningOfEveryFormat() throws Exception {
        Path whole = Footage.make(folder.resolve("cut.mp3"), "-f lavfi -i sine -t 1");
        byte[] bytes = Files.readAllBytes(whole);
        for (int length = 1; length < 300; length++) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
            assertThat(outcome(cut)).isIn(FileFormat.MP3, RefusalCode.UNKNOWN_KIND);
        }
    }

    private Object outcome(Path file) throws Exception {
        try {
            return recognise(file, MediaKind.VIDEO, "cut.mp3", "");
        } catch (RefusedException e) {
            return e.code();
        }
    }

    private FileFormat recognise(Path file, MediaKind kind, String name, String type) throws Exception {
        return recogniser.recognise(file, new Source(kind, name, type));
    }

    private RefusalCode refusal(Path file, MediaKind kind, String name, String type) {
        return catchThrowableOfType(RefusedException.class, () -> recognise(file, kind, name, type))
                .code();
    }

    private static Path write(String text) throws Exception {
        return Files.write(folder.resolve("text"), text.getBytes(StandardCharsets.UTF_8));
    }
}
