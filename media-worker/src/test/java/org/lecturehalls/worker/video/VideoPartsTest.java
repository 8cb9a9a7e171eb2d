package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.media.contract.ChunkReady.ChunkRung;
import org.lecturehalls.media.contract.FilmNotes;
import org.lecturehalls.media.contract.FilmPictures;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.media.contract.PartJob.Excerpt;
import org.lecturehalls.media.contract.PartKind;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.recognition.Recogniser;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.MediaResult;
import org.lecturehalls.worker.work.PartResult;
import org.lecturehalls.worker.work.PartWork;
import org.lecturehalls.worker.work.Source;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;

/** Parts of a video, with real ffmpeg: what is encoded in chunks must be what one run makes, frame for frame. */
class VideoPartsTest {

    /** Frames that are one off differ much more. */
    private static final double SAME_PICTURE_DECIBELS = 24;

    private static final Source CLAIMED = new Source(MediaKind.VIDEO, "source", "");

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

    @ParameterizedTest
    @CsvSource({
        "plain.mp4, -c:v libx264 -preset ultrafast -pix_fmt yuv420p",
        "bframes.mp4, -c:v libx264 -preset veryfast -bf 3 -pix_fmt yuv420p",
        "opengop.mp4, -c:v libx264 -preset veryfast -bf 3 -g 40 -x264-params open-gop=1 -pix_fmt yuv420p",
        "longgop.mp4, -c:v libx264 -preset ultrafast -g 500 -pix_fmt yuv420p",
        "ten-bit.mkv, -c:v libx265 -preset ultrafast -pix_fmt yuv420p10le -x265-params log-level=none",
        "web.webm, -c:v libvpx -deadline realtime -b:v 1M",
        "mpeg4.mp4, -c:v mpeg4 -q:v 4",
        "offset.mkv, -output_ts_offset 7 -c:v libx264 -preset ultrafast -pix_fmt yuv420p",
        "odd.mkv, -vf scale=161:121 -c:v libx264 -preset ultrafast -pix_fmt yuv444p",
        "broadcast.ts, -c:v libx264 -preset veryfast -bf 2 -pix_fmt yuv420p",
        "'changing.mp4', '-vf select=not(not(mod(n\\,7)))*not(not(mod(n\\,11))) -fps_mode vfr -c:v libx264 -preset veryfast'",
        "'interlaced.mp4', '-vf fps=50,tinterlace=interleave_top,fieldorder=tff -c:v libx264 -preset veryfast -flags +ilme+ildct'",
        "surround.mp4, -ac 6 -c:a aac -c:v libx264 -preset ultrafast -pix_fmt yuv420p",
        "mute.mp4, -an -c:v libx264 -preset ultrafast -pix_fmt yuv420p"
    })
    void encodesInChunksWhatOneRunEncodes(String name, String codec) throws Exception {
        Path source = Footage.make(
                folder.resolve(name), "-f lavfi -i testsrc2=size=256x144:rate=25 -f lavfi -i sine -t 13.4 " + codec);
        try (Workspace whole = workspace(source);
                Workspace cut = workspace(source)) {
            Recipe recipe = recipe(cut);
            Path once = once(whole, recipe);
            List<List<ChunkRung>> chunks = chunks(cut, recipe, 100, 200);

            Path joined = cut.folder().resolve("144.mp4");
            String rung = recipe.rungs().get(recipe.rungs().size() - 1).name();
            join(cut, chunks, rung, joined);

            assertThat(frames(joined)).isEqualTo(frames(once));
            assertThat(chunks.stream()
                            .map(rungs -> rungs.get(rungs.size() - 1).initHash())
                            .distinct())
                    .as("one initialisation section for all chunks")
                    .hasSize(1);
            assertThat(worstPsnr(joined, once)).isGreaterThan(SAME_PICTURE_DECIBELS);
        }
    }

    @Test
    void turnsEveryChunkOfAPhoneVideoUpright() throws Exception {
        Path lying = Footage.make(
                folder.resolve("lying.mp4"), "-f lavfi -i testsrc2=size=256x144:rate=25 -t 9 -c:v libx264 -g 50");
        Path turned = Footage.make(folder.resolve("turned.mp4"), "-display_rotation 90 -i " + lying + " -c copy");
        try (Workspace workspace = workspace(turned)) {
            Recipe recipe = recipe(workspace);
            chunks(workspace, recipe, 100);

            for (String chunk : List.of("0-144p.mp4", "1-144p.mp4")) {
                assertThat(Footage.probe(
                                workspace.folder().resolve(chunk), "-show_entries stream=width,height -of csv=p=0"))
                        .isEqualTo("144,256");
            }
        }
    }

    /** A white flash and a tone nine seconds after the picture's start, in the third chunk. */
    @ParameterizedTest
    @CsvSource({
        "together, '', '', 13.4, ''",
        "sound-longer, '', '', 17, ''",
        "sound-shorter, '', '', 11, ''",
        "picture-late, -itsoffset 1, '', 15, ''",
        "sound-late, '', -itsoffset 1, 13, ''",
        "start-offset, '', '', 13.4, -output_ts_offset 7"
    })
    void keepsPictureAndSoundTogetherAcrossChunks(
            String name, String pictureStart, String soundStart, String soundSeconds, String more) throws Exception {
        double flash = 9 + (pictureStart.isEmpty() ? 0 : 1);
        double tone = flash - (soundStart.isEmpty() ? 0 : 1);
        Path source = Footage.make(
                folder.resolve(name + ".mkv"),
                (pictureStart
                                + " -f lavfi -i color=black:size=64x48:rate=25:duration=13.4,drawbox=color=white:t=fill:enable=gte(t\\,9) "
                                + soundStart + " -f lavfi -i sine=frequency=1000:duration=" + soundSeconds
                                + ",volume=gte(t\\," + tone + "):eval=frame " + more
                                + " -c:v libx264 -preset veryfast -bf 2 -g 60 -pix_fmt yuv420p -c:a aac")
                        .strip()
                        .replaceAll(" +", " "));
        try (Workspace workspace = workspace(source)) {
            Recipe recipe = recipe(workspace);
            Path joined = workspace.folder().resolve("joined.mp4");
            join(workspace, chunks(workspace, recipe, 100, 200), "48p", joined);
            parts().process(
                            workspace,
                            job(PartKind.SOUND, recipe, new Chunk(0, 1, true)),
                            new RecordingDesk(workspace));

            assertThat(event(joined, "-vf blackdetect=d=0.5:pix_th=0.2", "black_end:"))
                    .isCloseTo(flash, within(0.041));
            assertThat(event(workspace.out().resolve("audio.m4a"), "-af silencedetect=n=-40dB:d=0.5", "silence_end:"))
                    .isCloseTo(flash, within(0.03));
        }
    }

    @Test
    void cutsSixHoursOfBlackToTheFrame() throws Exception {
        Path source = Footage.make(
                folder.resolve("night.mp4"),
                "-f lavfi -i color=black:size=32x32:rate=1:duration=21600 -c:v libx264 -preset ultrafast");
        try (Workspace workspace = workspace(source)) {
            Recipe recipe = recipe(workspace);
            List<Long> cut = ChunkPlanner.cut(
                    recipe.plan(1).expectedFrames(), recipe.grid().framesPerSegment());
            long frames = cut.stream().mapToLong(Long::longValue).sum();
            long rest = cut.get(cut.size() - 1);
            assertThat(frames).isEqualTo(Math.round(21_600 * recipe.grid().rate()));

            PartResult last = parts().process(
                            workspace,
                            job(PartKind.CHUNK, recipe, new Chunk(frames - rest, rest, true)),
                            new RecordingDesk(workspace));

            assertThat(last).isInstanceOf(PartResult.Chunk.class);
            assertThat(((PartResult.Chunk) last).rungs().get(0).frames()).isEqualTo(rest);
        }
    }

    @Test
    void storesSoundInPiecesThatMakeUpTheWhole() throws Exception {
        Path source = Footage.make(folder.resolve("speech.m4a"), "-f lavfi -i sine -t 100 -c:a aac");
        try (Workspace workspace = workspace(source)) {
            RecordingDesk desk = new RecordingDesk(workspace);
            PartResult.Sound sound = (PartResult.Sound)
                    parts().process(workspace, job(PartKind.SOUND, recipe(workspace), new Chunk(0, 1, true)), desk);

            assertThat(sound.pieces()).hasSizeGreaterThanOrEqualTo(1).hasSize(desk.pieces.size());
            assertThat(sound.pieces().get(0).initBytes()).isPositive();
            double seconds = sound.pieces().stream()
                    .flatMap(piece -> piece.segments().stream())
                    .mapToDouble(Segment::seconds)
                    .sum();
            assertThat(seconds).isCloseTo(100, within(0.1));
            Path joined = folder.resolve("joined.m4a");
            try (OutputStream out = Files.newOutputStream(joined)) {
                for (Path piece : desk.pieces) {
                    Files.copy(piece, out);
                }
            }
            assertThat(Files.mismatch(joined, workspace.out().resolve("audio.m4a")))
                    .isEqualTo(-1);
        }
    }

    /**
     * Tones, from which the same in one run is taken away: one sample lost, doubled or shifted leaves a tenth of 1000 Hz. Times
     * in Matroska are whole milliseconds, so half of one may be lost or doubled, which is a quarter of 125 Hz.
     */
    @ParameterizedTest
    @CsvSource({
        "rate-48.m4a, 48000, 1000, SPEECH, 21",
        "rate-44.mp4, 44100, 1000, SPEECH, 21",
        "rate-44-song.mp4, 44100, 1000, MUSIC, 21",
        "rate-22.mkv, 22050, 125, SPEECH, 8"
    })
    void encodesInStretchesTheSoundThatOneRunEncodes(
            String name, int rate, int hertz, SoundChoice heard, double decibelsBelow) throws Exception {
        Path source = Footage.make(
                folder.resolve(name),
                "-f lavfi -i testsrc2=size=64x48:rate=5 -f lavfi -i aevalsrc=0.3*sin(2*PI*" + hertz
                        + "*t)*gte(mod(t\\,1.5)\\,0.5):sample_rate=" + rate
                        + " -t 75 -c:v libx264 -preset ultrafast -g 50 -pix_fmt yuv420p -c:a aac -b:a 128k");
        long group = SoundChunk.GROUP;
        List<SoundChunk> stretches = List.of(
                new SoundChunk(0, 4 * group, false),
                new SoundChunk(4 * group, 8 * group, false),
                new SoundChunk(12 * group, 7 * group, true));
        try (Workspace workspace = workspace(source)) {
            Recipe recipe = recipe(workspace, heard);
            Path joined = folder.resolve("joined-" + name + ".m4a");
            List<SegmentedFile> pieces = new ArrayList<>();
            try (OutputStream out = Files.newOutputStream(joined)) {
                for (SoundChunk stretch : stretches) {
                    RecordingDesk desk = new RecordingDesk(workspace);
                    PartResult result = parts().process(workspace, job(recipe, stretch), desk);
                    assertThat(result).isInstanceOf(PartResult.Sound.class);
                    pieces.addAll(((PartResult.Sound) result).pieces());
                    for (Path piece : desk.pieces) {
                        Files.copy(piece, out);
                        Files.delete(piece);
                    }
                }
            }

            assertThat(pieces.stream().map(piece -> piece.initBytes() > 0))
                    .containsOnlyOnce(true)
                    .startsWith(true);
            assertThat(FragmentReader.read(joined).fragments())
                    .extracting(FragmentedFile.Fragment::start)
                    .containsExactlyElementsOf(IntStream.range(0, 19)
                            .mapToObj(i -> i * SoundChunk.GROUP * 1024L / 48_000.0)
                            .toList());
            assertThat(Double.parseDouble(Footage.probe(joined, "-show_entries format=duration -of csv=p=0")))
                    .isCloseTo(75, within(0.1));
            parts().process(workspace, job(recipe, new SoundChunk(0, 0, true)), new RecordingDesk(workspace));
            Path once = workspace.out().resolve("audio.m4a");
            String middle = "atrim=start=3:end=73";
            double tone = level("-i " + once + " -af " + middle);
            assertThat(tone).as("dBFS").isGreaterThan(-30);
            assertThat(level("-i " + once + " -i " + joined + " -filter_complex "
                            + "[1]aeval=-val(0)[taken];[0][taken]amix=inputs=2:normalize=0," + middle))
                    .isLessThan(tone - decibelsBelow);
        }
    }

    @Test
    void saysWherePausesAreInLaterStretchesOfTheSound() throws Exception {
        Path source = Footage.make(
                folder.resolve("pause.m4a"),
                "-f lavfi -i sine=frequency=400,volume=not(between(t\\,50\\,60)):eval=frame -t 75 -c:a aac");
        try (Workspace workspace = workspace(source)) {
            PartResult.Sound sound = (PartResult.Sound) parts().process(
                            workspace,
                            job(recipe(workspace), new SoundChunk(9L * SoundChunk.GROUP, 9L * SoundChunk.GROUP, false)),
                            new RecordingDesk(workspace));

            assertThat(sound.notes().notes()).singleElement().satisfies(note -> {
                assertThat(note.kind()).isEqualTo(FilmNotes.Kind.PAUSE);
                assertThat(note.from()).isCloseTo(50, within(0.6));
                assertThat(note.to()).isCloseTo(60, within(0.6));
            });
        }
    }

    @Test
    void tellsWhenStretchOfSoundDoesNotGetItsPackets() throws Exception {
        Path source = Footage.make(folder.resolve("short.m4a"), "-f lavfi -i sine -t 30 -c:a aac");
        try (Workspace workspace = workspace(source)) {
            RecordingDesk desk = new RecordingDesk(workspace);
            long group = SoundChunk.GROUP;

            assertThat(parts().process(
                                    workspace,
                                    job(recipe(workspace), new SoundChunk(6 * group, 6 * group, false)),
                                    desk))
                    .isEqualTo(new PartResult.Uncuttable("At packet 1128 of the sound there are 280 instead of 1128."));
            assertThat(parts().process(
                                    workspace,
                                    job(recipe(workspace), new SoundChunk(12 * group, 6 * group, true)),
                                    desk))
                    .isEqualTo(new PartResult.Uncuttable("At packet 2256 of the sound there are 0 instead of 1128."));
            assertThat(desk.pieces).isEmpty();
        }
    }

    @Test
    void tellsWhenChunkDoesNotGetItsFrames() throws Exception {
        Path source =
                Footage.make(folder.resolve("short.mp4"), "-f lavfi -i testsrc2=size=64x48:rate=25 -t 5 -c:v libx264");
        try (Workspace workspace = workspace(source)) {
            PartResult result = parts().process(
                            workspace,
                            job(PartKind.CHUNK, recipe(workspace), new Chunk(100, 200, false)),
                            new RecordingDesk(workspace));

            assertThat(result).isEqualTo(new PartResult.Uncuttable("At frame 100 there are 25 frames instead of 200."));
        }
    }

    @Test
    void decodesExcerptsAndComparesWhenTheyStart() throws Exception {
        Path source = Footage.make(
                folder.resolve("checked.mp4"), "-f lavfi -i testsrc2=size=64x48:rate=25 -t 9 -c:v libx264");
        try (Workspace workspace = workspace(source)) {
            Recipe recipe = recipe(workspace);
            Chunk chunk = new Chunk(100, 125, true);
            RecordingDesk desk = new RecordingDesk(workspace);
            parts().process(workspace, job(PartKind.CHUNK, recipe, chunk), desk);
            FragmentedFile file = FragmentReader.read(workspace.out().resolve("48p.mp4"));
            FragmentedFile.Fragment last = file.fragments().get(1);

            PartResult result = check(workspace, recipe, excerpt(file, last, 8));

            assertThat(result).isInstanceOf(PartResult.Checked.class);
            assertThatThrownBy(() -> check(workspace, recipe, excerpt(file, last, 7.9)))
                    .isInstanceOf(WorkFailedException.class)
                    .hasMessageContaining("starts at 8");
            zero(workspace.out().resolve("48p.mp4"), last.offset() + last.length() - 900, 900);
            assertThatThrownBy(() -> check(workspace, recipe, excerpt(file, last, 8)))
                    .isInstanceOf(WorkFailedException.class)
                    .hasMessageContaining("can be decoded");
        }
    }

    @Test
    void choosesPostersThatAreNeitherDarkNorBlurredAndMakesTheStrip() throws Exception {
        Path source = Footage.make(
                folder.resolve("poster.mp4"),
                "-f lavfi -i testsrc2=size=320x240:rate=25 -t 30"
                        + " -vf drawbox=t=fill:color=black:enable=lt(t\\,10),boxblur=20:enable=between(t\\,10\\,20)"
                        + " -c:v libx264 -preset ultrafast -bf 2 -g 25 -pix_fmt yuv420p");
        try (Workspace workspace = workspace(source)) {
            PartResult.Pictures pictures = (PartResult.Pictures) parts().process(
                            workspace,
                            job(PartKind.PICTURES, recipe(workspace), new Chunk(0, 1, true)),
                            new RecordingDesk(workspace));

            assertThat(pictures.pictures().posterKeys())
                    .containsExactly("poster-1.jpg", "poster-2.jpg", "poster-3.jpg");
            assertThat(pictures.poster()).as("the clear third").isEqualTo("poster-3.jpg");
            assertThat(pictures.files()).hasSize(4).allMatch(Files::isRegularFile);
            assertThat(Footage.probe(pictures.files().get(2), "-show_entries stream=width,height -of csv=p=0"))
                    .isEqualTo("320,240");
            FilmPictures.Strip strip = pictures.pictures().strip();
            assertThat(strip).isEqualTo(new FilmPictures.Strip(List.of("strip-1.jpg"), 5, 5, 160, 120, 12, 2.5));
            assertThat(Footage.probe(pictures.files().get(3), "-show_entries stream=width,height -of csv=p=0"))
                    .isEqualTo("800,600");
        }
    }

    @Test
    void proposesToShareLongVideosOnly() throws Exception {
        Path minute =
                Footage.make(folder.resolve("minute.mp4"), still(60, "libx264 -preset ultrafast -tune stillimage"));
        Path long4 = Footage.make(folder.resolve("long.mp4"), still(130, "libx264 -preset ultrafast -tune stillimage"));
        Path old = Footage.make(folder.resolve("old.avi"), still(130, "mpeg4"));

        assertThat(planned(minute)).isFalse();
        assertThat(planned(long4)).isTrue();
        assertThat(planned(old)).as("a container that cannot be cut").isFalse();
    }

    private static String still(int seconds, String codec) {
        return "-f lavfi -i color=size=32x32:rate=5:duration=" + seconds + " -c:v " + codec;
    }

    @Test
    void cutsTheSoundOfHoursButNoMusicWhoseTimesAreRounded() throws Exception {
        Path hours = Footage.make(
                folder.resolve("hours.mp4"),
                "-f lavfi -i color=size=32x32:rate=1:duration=1200 -f lavfi -i sine -c:v libx264 -c:a aac -t 1200");
        Path rounded = Footage.make(folder.resolve("hours.mkv"), "-i " + hours + " -c copy");

        assertThat(soundPackets(hours, SoundChoice.MUSIC)).hasSize(4);
        assertThat(soundPackets(rounded, SoundChoice.SPEECH)).hasSize(4);
        assertThat(soundPackets(rounded, SoundChoice.MUSIC)).isEmpty();
    }

    private static List<Long> soundPackets(Path source, SoundChoice heard) throws Exception {
        Source claimed = new Source(MediaKind.VIDEO, "source", "", heard, null, false, false);
        return ((MediaResult.Planned) worked(source, claimed)).plan().soundPackets();
    }

    private static boolean planned(Path source) throws Exception {
        return worked(source, CLAIMED) instanceof MediaResult.Planned;
    }

    private static MediaResult worked(Path source, Source claimed) throws Exception {
        try (Workspace workspace = workspace(source)) {
            FileFormat format = format(workspace);
            VideoWork work = new VideoWork(Settings.USUAL, Footage.tools(), sandbox, (own, stop) -> null);
            return work.process(workspace, format, claimed, new StopSignal(), (step, percent) -> {});
        }
    }

    private static PartResult check(Workspace workspace, Recipe recipe, Excerpt excerpt) throws Exception {
        PartJob job = new PartJob("c", PartKind.CHECK, 0, "b", "k", 1, recipe.text(), 0, 0, false, List.of(excerpt));
        return parts().process(workspace, job, new RecordingDesk(workspace));
    }

    private static Excerpt excerpt(FragmentedFile file, FragmentedFile.Fragment fragment, double start) {
        return new Excerpt("48p", "48p.mp4", file.initBytes(), "48p.mp4", fragment.offset(), fragment.length(), start);
    }

    private static void zero(Path file, long from, int length) throws IOException {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "rw")) {
            open.seek(from);
            open.write(new byte[length]);
        }
    }

    private static Workspace workspace(Path source) throws Exception {
        Workspace workspace = Workspace.in(folder);
        Files.copy(source, workspace.source());
        return workspace;
    }

    private static FileFormat format(Workspace workspace) throws Exception {
        return new Recogniser().recognise(workspace.source(), CLAIMED);
    }

    /** As the first worker finds it out, whatever the length. */
    private static Recipe recipe(Workspace workspace) throws Exception {
        return recipe(workspace, SoundChoice.SPEECH);
    }

    private static Recipe recipe(Workspace workspace, SoundChoice heard) throws Exception {
        FileFormat format = format(workspace);
        boolean remux = format == FileFormat.MPEG_TS;
        if (remux) {
            parts().prepare(workspace, new StopSignal());
        }
        Ffprobe ffprobe =
                new Ffprobe(Footage.tools(), sandbox, Settings.USUAL.inspectionLimits(), workspace, new StopSignal());
        FileFormat now = remux ? FileFormat.MATROSKA : format;
        Inspection source = new SourceInspector(Settings.USUAL, ffprobe, workspace, now).inspect(null);
        return Recipe.read(
                Recipe.of(EncodePlan.of(source, heard, false, 2), remux).text());
    }

    private static Path once(Workspace workspace, Recipe recipe) throws Exception {
        if (recipe.remuxed()) {
            parts().prepare(workspace, new StopSignal());
        }
        EncodePlan plan = recipe.plan(2);
        new Transcoder(Footage.tools(), sandbox, Settings.USUAL.transcodingLimits(20))
                .run(
                        EncodeArguments.of(plan),
                        workspace,
                        new StopSignal(),
                        TranscodeProgress.of(plan, (step, percent) -> {}, 0, 100));
        return workspace
                .out()
                .resolve(recipe.rungs().get(recipe.rungs().size() - 1).fileName());
    }

    private static List<List<ChunkRung>> chunks(Workspace workspace, Recipe recipe, long... cuts) throws Exception {
        long frames = recipe.plan(2).expectedFrames();
        long group = recipe.grid().framesPerSegment();
        List<List<ChunkRung>> made = new ArrayList<>();
        long first = 0;
        for (int i = 0; i <= cuts.length; i++) {
            boolean last = i == cuts.length;
            long end = last ? frames : cuts[i] / 100 * group;
            Chunk chunk = new Chunk(first, end - first, last);
            PartResult result =
                    parts().process(workspace, job(PartKind.CHUNK, recipe, chunk), new RecordingDesk(workspace));
            assertThat(result).isInstanceOf(PartResult.Chunk.class);
            made.add(((PartResult.Chunk) result).rungs());
            for (Path file : result.files()) {
                Files.move(file, workspace.folder().resolve(i + "-" + file.getFileName()));
            }
            first = end;
        }
        return made;
    }

    private static PartJob job(PartKind kind, Recipe recipe, Chunk chunk) {
        return new PartJob(
                "a:1:x",
                kind,
                0,
                "b",
                "k",
                1,
                recipe.text(),
                chunk.firstFrame(),
                chunk.frames(),
                chunk.last(),
                List.of());
    }

    private static PartJob job(Recipe recipe, SoundChunk chunk) {
        return job(PartKind.SOUND, recipe, new Chunk(chunk.firstPacket(), chunk.packets(), chunk.last()));
    }

    /** Mean level in dBFS of what comes out of filters. */
    private static double level(String filtered) throws Exception {
        String output = Footage.run("-v info " + filtered + ",volumedetect -f null -");
        int at = output.indexOf("mean_volume:") + "mean_volume:".length();
        return Double.parseDouble(output.substring(at).strip().split(" ")[0]);
    }

    /** As a player does with one EXT-X-MAP. */
    private static void join(Workspace workspace, List<List<ChunkRung>> chunks, String name, Path joined)
            throws IOException {
        try (OutputStream out = Files.newOutputStream(joined)) {
            for (int i = 0; i < chunks.size(); i++) {
                SegmentedFile file = chunks.get(i).stream()
                        .filter(rung -> rung.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .file();
                byte[] bytes = Files.readAllBytes(workspace.folder().resolve(i + "-" + file.key()));
                out.write(i == 0 ? bytes : Arrays.copyOfRange(bytes, (int) file.initBytes(), bytes.length));
            }
        }
    }

    /** When a detector of ffmpeg says that the black or the silence ends. */
    private static double event(Path file, String detector, String mark) throws Exception {
        String output = Footage.run("-v info -i " + file + " " + detector + " -f null -");
        int at = output.indexOf(mark) + mark.length();
        return Double.parseDouble(output.substring(at).strip().split("[\\s|]")[0]);
    }

    private static String frames(Path file) throws Exception {
        return Footage.probe(file, "-count_frames -show_entries stream=nb_read_frames -of csv=p=0");
    }

    private static double worstPsnr(Path one, Path other) throws Exception {
        String output = Footage.run("-v info -i " + one + " -i " + other + " -lavfi psnr -f null -");
        int at = output.lastIndexOf("min:");
        String worst = output.substring(at + 4).split("\\s")[0];
        return worst.equals("inf") ? Double.MAX_VALUE : Double.parseDouble(worst);
    }

    private static VideoParts parts() throws IOException {
        return new VideoParts(Settings.USUAL, Footage.tools(), sandbox);
    }

    /** Keeps the pieces, and takes excerpts from the workspace instead of a store. */
    private static final class RecordingDesk implements PartWork.Desk {

        private final Workspace workspace;
        private final List<Path> pieces = new ArrayList<>();

        RecordingDesk(Workspace workspace) {
            this.workspace = workspace;
        }

        @Override
        public void at(JobStep step, int percent) {}

        @Override
        public StopSignal stop() {
            return new StopSignal();
        }

        @Override
        public void piece(int number, Path file, SegmentedFile piece) {
            try {
                pieces.add(Files.copy(file, workspace.folder().resolve("piece-" + number)));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void excerpt(Excerpt excerpt, Path file) throws IOException {
            byte[] stored = Files.readAllBytes(workspace.out().resolve(excerpt.key()));
            byte[] init = Arrays.copyOf(stored, (int) excerpt.initBytes());
            byte[] segment =
                    Arrays.copyOfRange(stored, (int) excerpt.offset(), (int) (excerpt.offset() + excerpt.length()));
            try (OutputStream out = Files.newOutputStream(file)) {
                out.write(init);
                out.write(segment);
            }
        }
    }
}
