package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.media.contract.VideoReady.Rendition;
import org.lecturehalls.worker.photo.CoverWork;
import org.lecturehalls.worker.photo.PhotoSettings;
import org.lecturehalls.worker.photo.PhotoWork;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;
import org.springframework.util.unit.DataSize;

/** The whole work on a video, with real ffmpeg on sources made for one trouble each. */
class VideoWorkTest {

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

    private static final Source CLAIMED =
            new Source(MediaKind.VIDEO, "source", "", SoundChoice.SPEECH, null, false, true);

    @Test
    void makesTheRungsNotAboveTheSourceWithTheSameFrames() throws Exception {
        VideoReady ready = work(make("steady.mp4", "-f lavfi -i testsrc2=size=640x360:rate=25 -f lavfi -i sine -t 5"));

        assertThat(ready.video()).extracting(Rendition::name).containsExactly("144p", "240p", "360p");
        assertThat(ready.video()).extracting(Rendition::frames).containsOnly(125L);
        assertThat(ready.video()).extracting(Rendition::width).containsExactly(256, 426, 640);
        assertThat(ready.video())
                .allSatisfy(rendition -> assertThat(rendition.codecs()).matches("avc1\\.64[0-9a-f]{4}"));
        assertThat(ready.audio()).isNotNull();
        assertThat(ready.pictures().posterKeys())
                .containsExactly("poster-1.jpg", "poster-2.jpg", "poster-3.jpg")
                .contains(ready.posterKey());
        assertThat(ready.pictures().strip().sheetKeys()).containsExactly("strip-1.jpg");
        assertThat(ready.pictures().strip().tiles()).isEqualTo(5);
    }

    @Test
    void takesStripAndPostersOfALongerVideoWithoutDecodingItAgain() throws Exception {
        Path source = make("longer.mp4", "-f lavfi -i testsrc2=size=320x240:rate=15 -f lavfi -i sine -t 26");

        try (Workspace workspace = Workspace.in(folder)) {
            VideoReady ready = work(source, workspace, Settings.USUAL);

            assertThat(ready.pictures().posterKeys()).containsExactly("poster-1.jpg", "poster-2.jpg", "poster-3.jpg");
            assertThat(ready.pictures().strip().tiles()).isEqualTo(12);
            assertThat(Footage.probe(
                            workspace.out().resolve("poster-3.jpg"), "-show_entries stream=width,height -of csv=p=0"))
                    .isEqualTo("320,240");
        }
    }

    /** Of three fragments, the one in the middle is always the other one that is decoded. */
    @Test
    void findsAFaultInTheMiddleOfARendition() throws Exception {
        Path source = make("middle.mp4", "-f lavfi -i testsrc2=size=192x144:rate=25 -t 12");

        try (Workspace workspace = Workspace.in(folder)) {
            work(source, workspace, Settings.USUAL);
            Path made = workspace.out().resolve("144p.mp4");
            FragmentedFile.Fragment middle =
                    FragmentReader.read(made).fragments().get(1);
            try (FileChannel file = FileChannel.open(made, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.allocate((int) middle.length() / 2), middle.offset() + middle.length() / 2);
            }
            Ffprobe ffprobe = new Ffprobe(
                    Footage.tools(), sandbox, Settings.USUAL.inspectionLimits(), workspace, new StopSignal());
            RenditionCheck check = new RenditionCheck(ffprobe, workspace);
            Rung rung = Ladder.of(192, 144, false).get(0);

            assertThatThrownBy(() -> check.rung(rung, false)).hasMessageContaining("can be decoded");
            try (FileChannel unfinished = FileChannel.open(made, StandardOpenOption.WRITE)) {
                unfinished.truncate(middle.offset() + middle.length() + 10);
            }
            assertThatThrownBy(() -> check.begun(rung)).hasMessageContaining("can be decoded");
        }
    }

    @Test
    void putsChangingFrameRatesOnAConstantGrid() throws Exception {
        VideoReady ready = work(make(
                "changing.mp4",
                "-f lavfi -i testsrc2=size=320x240:rate=30 -t 6 -vf select=not(mod(n\\,7))+gt(t\\,3)*not(mod(n\\,2))+gt(t\\,5)"
                        + " -fps_mode vfr"));

        assertThat(ready.video()).extracting(Rendition::frameRate).containsOnly(30.0);
        assertThat(ready.video().get(0).frames()).isCloseTo(180, within(3L));
    }

    @Test
    void makesAndChecksAPictureOfFullSizeWhereThatIsAskedFor() throws Exception {
        Path source = make("full.mp4", "-f lavfi -i testsrc2=size=1920x1080:rate=25 -t 1");
        Source asked = new Source(MediaKind.VIDEO, "source", "", SoundChoice.SPEECH, null, true, true);

        try (Workspace workspace = Workspace.in(folder)) {
            VideoReady ready = work(source, workspace, Settings.USUAL, asked);

            assertThat(ready.video()).extracting(Rendition::name).hasSize(6).endsWith("1080p");
            assertThat(ready.video()).extracting(Rendition::frames).containsOnly(25L);
            assertThat(ready.video().get(5).width()).isEqualTo(1920);
        }
    }

    @Test
    void halvesSixtyFramesASecond() throws Exception {
        VideoReady ready = work(make("sixty.mp4", "-f lavfi -i testsrc2=size=320x240:rate=60000/1001 -t 2"));

        assertThat(ready.video().get(0).frameRate()).isCloseTo(29.97, within(0.01));
        assertThat(ready.video().get(0).frames()).isEqualTo(60);
    }

    @Test
    void startsAtZeroWhereverTheSourceStarts() throws Exception {
        VideoReady ready = work(make(
                "offset.mp4", "-f lavfi -i testsrc2=size=320x240:rate=25 -f lavfi -i sine -t 4 -output_ts_offset 5"));

        assertThat(ready.durationSeconds()).isCloseTo(4, within(0.1));
    }

    /** A white flash and a tone at the same moment, in a file whose picture starts a second after the sound. */
    @Test
    void keepsPictureAndSoundTogetherWhenOneStartsLater() throws Exception {
        Path flash = make(
                "flash.mp4",
                "-f lavfi -i color=black:size=320x240:rate=25:duration=5,drawbox=color=white:t=fill:enable=gte(t\\,2)");
        Path tone = make("tone.m4a", "-f lavfi -i sine=frequency=1000:duration=6,volume=0:enable=lt(t\\,3)");
        Path source = make("late.mkv", "-itsoffset 1 -i " + flash + " -i " + tone + " -map 0:v -map 1:a -c copy");

        try (Workspace workspace = Workspace.in(folder)) {
            VideoReady ready = work(source, workspace, Settings.USUAL);

            double seen = event(workspace, "240p.mp4", "-vf blackdetect=d=0.5:pix_th=0.2", "black_end:");
            double heard = event(workspace, "audio.m4a", "-af silencedetect=n=-40dB:d=0.5", "silence_end:");
            assertThat(ready.durationSeconds()).isCloseTo(6, within(0.1));
            assertThat(seen).isCloseTo(3, within(0.05));
            assertThat(heard).isCloseTo(3, within(0.05));
        }
    }

    @Test
    void turnsAPhoneVideoUpright() throws Exception {
        Path lying = make("lying.mp4", "-f lavfi -i testsrc2=size=640x360:rate=25 -t 1");
        VideoReady ready = work(make("turned.mp4", "-display_rotation 90 -i " + lying + " -c copy"));

        assertThat(ready.video()).extracting(Rendition::name).containsExactly("144p", "240p", "360p");
        assertThat(ready.video()).extracting(Rendition::height).containsExactly(256, 426, 640);
    }

    @Test
    void makesPixelsSquare() throws Exception {
        VideoReady ready =
                work(make("anamorphic.mp4", "-f lavfi -i testsrc2=size=352x288:rate=25 -t 1 -vf setsar=16/11"));

        assertThat(ready.video().get(1))
                .satisfies(rung ->
                        assertThat((double) rung.width() / rung.height()).isCloseTo(16.0 / 9, within(0.02)));
    }

    @Test
    void deinterlaces() throws Exception {
        Path source = make(
                "interlaced.mpg",
                "-f lavfi -i testsrc2=size=352x288:rate=50 -t 2 -vf tinterlace=interleave_top,fieldorder=tff"
                        + " -c:v mpeg2video -flags +ilme+ildct -b:v 3M");

        assertThat(inspect(source).video()).matches(VideoStream::interlaced);
        assertThat(work(source).video().get(0).frames()).isCloseTo(50, within(1L));
    }

    @Test
    void makesOddSizesEven() throws Exception {
        VideoReady ready =
                work(make("odd.mkv", "-f lavfi -i testsrc2=size=161x121:rate=25 -t 1 -c:v ffv1 -pix_fmt yuv444p"));

        assertThat(ready.video()).extracting(Rendition::name).containsExactly("120p");
        assertThat(ready.video().get(0).width()).isEqualTo(160);
    }

    @Test
    void acceptsASingleFrame() throws Exception {
        VideoReady ready = work(make("one.mp4", "-f lavfi -i testsrc2=size=64x48:rate=25 -frames:v 1"));

        assertThat(ready.video()).extracting(Rendition::frames).containsExactly(1L);
        assertThat(ready.pictures()).isEqualTo(new FilmPictures(List.of("poster-1.jpg"), null));
    }

    @Test
    void mapsHdrToTheStandardRange() throws Exception {
        Path source = make(
                "hdr.mp4",
                "-f lavfi -i testsrc2=size=320x240:rate=25 -t 1"
                        + " -vf setparams=color_primaries=bt2020:color_trc=arib-std-b67:colorspace=bt2020nc,format=yuv420p10le"
                        + " -c:v libx265 -x265-params log-level=none -tag:v hvc1");

        try (Workspace workspace = Workspace.in(folder)) {
            work(source, workspace, Settings.USUAL);

            assertThat(Footage.probe(
                            workspace.out().resolve("240p.mp4"),
                            "-show_entries stream=pix_fmt,color_space,color_transfer -of csv=p=0"))
                    .isEqualTo("yuv420p,bt709,bt709");
        }
    }

    @Test
    void makesAnAudioLessonOfSoundAloneWithTheCoverOfItsFile() throws Exception {
        Path cover = make("cover.jpg", "-f lavfi -i color=lime:size=1200x1200 -frames:v 1 -metadata comment=where");
        Path source = make(
                "sound.mp3",
                "-f lavfi -i sine=duration=3 -i " + cover + " -map 0 -map 1 -c:v copy -disposition:v attached_pic");

        try (Workspace workspace = Workspace.in(folder)) {
            VideoReady ready = work(source, workspace, Settings.USUAL);

            assertThat(ready.video()).isEmpty();
            assertThat(ready.audio()).isNotNull();
            assertThat(ready.durationSeconds()).isCloseTo(3, within(0.2));
            assertThat(ready.posterKey()).isEqualTo("poster-1.jpg");
            assertThat(ready.pictures()).isEqualTo(new FilmPictures(List.of("poster-1.jpg"), null));
            assertThat(size(workspace)).isEqualTo("960,960");
        }
    }

    @Test
    void drawsThePictureOfAnAudioLessonWithoutAUsableCover() throws Exception {
        Path source = make("bare.mp3", "-f lavfi -i sine=duration=3");

        try (Workspace workspace = Workspace.in(folder)) {
            assertThat(work(source, workspace, Settings.USUAL).posterKey()).isEqualTo("poster-1.jpg");
            assertThat(size(workspace)).isEqualTo("960,540");
        }
    }

    private static String size(Workspace workspace) throws Exception {
        return Footage.probe(workspace.out().resolve("poster-1.jpg"), "-show_entries stream=width,height -of csv=p=0");
    }

    private static CoverPictures covers() throws Exception {
        PhotoSettings photos = new PhotoSettings(
                DataSize.ofMegabytes(8), 20_000, 30_000_000, 4, DataSize.ofGigabytes(4), Duration.ofMinutes(1));
        return new CoverWork(new Recogniser(), new PhotoWork(photos, Footage.tools(), sandbox));
    }

    @Test
    void mixesSurroundSoundDown() throws Exception {
        VideoReady ready =
                work(make("surround.mp4", "-f lavfi -i anullsrc=channel_layout=5.1:sample_rate=48000 -t 2 -c:a aac"));

        assertThat(ready.audio().channels()).isEqualTo(1);
    }

    @Test
    void takesTheSoundThatCanBeDecoded() throws Exception {
        VideoReady ready = work(make("silent.mp4", "-f lavfi -i testsrc2=size=320x240:rate=25 -t 1"));

        assertThat(ready.audio()).isNull();
    }

    @Test
    void joinsRecordingsThatWereCutTogether() throws Exception {
        Path first = make(
                "first.ts", "-f lavfi -i testsrc2=size=320x240:rate=25 -f lavfi -i sine -t 3 -output_ts_offset 500");
        Path second = make("second.ts", "-f lavfi -i testsrc2=size=640x480:rate=25 -f lavfi -i sine -t 3");
        Path both = folder.resolve("both.ts");
        try (OutputStream out = Files.newOutputStream(both)) {
            Files.copy(first, out);
            Files.copy(second, out);
        }

        VideoReady ready = work(both);

        assertThat(ready.durationSeconds()).isCloseTo(6, within(0.5));
    }

    @Test
    void keepsNothingOfTheSourcesTexts() throws Exception {
        Path source = make(
                "texts.mp4",
                "-f lavfi -i testsrc2=size=320x240:rate=25 -t 1 -metadata title=<script>alert(1)</script>");

        try (Workspace workspace = Workspace.in(folder)) {
            work(source, workspace, Settings.USUAL);

            byte[] rendition = Files.readAllBytes(workspace.out().resolve("240p.mp4"));
            assertThat(new String(rendition, java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("alert");
        }
    }

    @Test
    void acceptsWhatCanStillBePlayedOfACutFile() throws Exception {
        Path whole = make("whole.mp4", "-f lavfi -i testsrc2=size=320x240:rate=25 -t 10 -g 25 -movflags +faststart");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = Files.write(folder.resolve("cut.mp4"), Arrays.copyOf(bytes, bytes.length * 8 / 10));

        assertThat(work(cut).durationSeconds()).isBetween(6.0, 9.5);
    }

    @Test
    void refusesACutFileWithoutIndex() throws Exception {
        byte[] bytes = Files.readAllBytes(make("late-index.mp4", "-f lavfi -i testsrc2=size=320x240:rate=25 -t 2"));
        Path cut = Files.write(folder.resolve("no-index.mp4"), Arrays.copyOf(bytes, bytes.length / 2));

        assertThat(refusal(cut, Settings.USUAL)).isEqualTo(RefusalCode.TRUNCATED);
    }

    @Test
    void refusesGarbageBehindAGoodBeginning() throws Exception {
        byte[] bytes =
                Files.readAllBytes(make("good.mkv", "-f lavfi -i testsrc2=size=320x240:rate=25 -t 2 -c:v libvpx"));
        new java.util.Random(7).nextBytes(bytes);
        byte[] head = Files.readAllBytes(folder.resolve("good.mkv"));
        System.arraycopy(head, 0, bytes, 0, 64);

        assertThat(refusal(Files.write(folder.resolve("garbage.mkv"), bytes), Settings.USUAL))
                .isEqualTo(RefusalCode.DAMAGED);
    }

    @Test
    void refusesWhatIsLongerThanAllowedByItsPacketsAndNotByItsHeader() throws Exception {
        Path source = make("long.mp4", "-f lavfi -i sine=duration=10");

        assertThat(refusal(source, Settings.with(Duration.ofSeconds(5), 64, 240)))
                .isEqualTo(RefusalCode.TOO_LONG);
    }

    @Test
    void refusesTooManyStreams() throws Exception {
        Path source = make("streams.mkv", "-f lavfi -i sine=duration=1 -map 0 -map 0 -map 0 -map 0");

        assertThat(refusal(source, Settings.with(Duration.ofHours(6), 3, 240))).isEqualTo(RefusalCode.TOO_MANY_STREAMS);
    }

    @Test
    void refusesFrameRatesThatAreReallyTooHigh() throws Exception {
        Path source = make("quick.mp4", "-f lavfi -i testsrc2=size=16x16:rate=500 -t 1");

        assertThat(refusal(source, Settings.USUAL)).isEqualTo(RefusalCode.FRAME_RATE_TOO_HIGH);
    }

    @Test
    void refusesAbsurdlyWidePictures() throws Exception {
        Path source = make("wide.mp4", "-f lavfi -i color=size=9000x16:rate=1 -t 1 -c:v libx264 -preset ultrafast");

        assertThat(refusal(source, Settings.USUAL)).isEqualTo(RefusalCode.TOO_MANY_PIXELS);
    }

    @Test
    void refusesAFileWithSubtitlesOnly() throws Exception {
        Path words = Files.writeString(folder.resolve("words.srt"), "1\n00:00:00,000 --> 00:00:01,000\nwords\n");
        Path source = make("words.mkv", "-i " + words);

        assertThat(refusal(source, Settings.USUAL)).isEqualTo(RefusalCode.NO_AUDIO_OR_VIDEO);
    }

    private static Path make(String name, String arguments) throws Exception {
        boolean encodesPicture =
                arguments.contains("testsrc2") && !arguments.contains("-c") || arguments.contains("drawbox");
        boolean mp4 = name.endsWith(".mp4");
        String quick = encodesPicture && mp4 ? " -c:v libx264 -preset ultrafast -pix_fmt yuv420p" : "";
        return Footage.make(folder.resolve(name), arguments + quick);
    }

    private static VideoReady work(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            return work(source, workspace, Settings.USUAL);
        }
    }

    private static VideoReady work(Path source, Workspace workspace, VideoSettings settings) throws Exception {
        return work(source, workspace, settings, CLAIMED);
    }

    private static VideoReady work(Path source, Workspace workspace, VideoSettings settings, Source claimed)
            throws Exception {
        Files.copy(source, workspace.source());
        VideoWork work = new VideoWork(settings, Footage.tools(), sandbox, covers());
        List<Integer> percents = new java.util.ArrayList<>();
        MediaResult result = work.process(
                workspace, format(workspace), claimed, new StopSignal(), (step, percent) -> percents.add(percent));
        VideoReady ready = ((MediaResult.Video) result).ready();
        assertThat(percents).isSorted();
        return ready;
    }

    private static RefusalCode refusal(Path source, VideoSettings settings) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            return catchThrowableOfType(RefusedException.class, () -> work(source, workspace, settings))
                    .code();
        }
    }

    private static Inspection inspect(Path source) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            Files.copy(source, workspace.source());
            Ffprobe ffprobe = new Ffprobe(
                    Footage.tools(), sandbox, Settings.USUAL.inspectionLimits(), workspace, new StopSignal());
            return new SourceInspector(Settings.USUAL, ffprobe, workspace, format(workspace)).inspect(null);
        }
    }

    private static FileFormat format(Workspace workspace) throws Exception {
        return new Recogniser().recognise(workspace.source(), CLAIMED);
    }

    /** When a detector of ffmpeg says that the black or the silence ends. */
    private static double event(Workspace workspace, String file, String detector, String mark) throws Exception {
        String output = Footage.run("-v info -i " + workspace.out().resolve(file) + " " + detector + " -f null -");
        int at = output.indexOf(mark) + mark.length();
        return Double.parseDouble(output.substring(at).strip().split("[\\s|]")[0]);
    }
}
