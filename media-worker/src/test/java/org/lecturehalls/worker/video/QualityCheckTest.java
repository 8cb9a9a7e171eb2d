package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.PictureQuality;
import org.lecturehalls.media.contract.SoundChoice;
import org.lecturehalls.worker.recognition.FileFormat;
import org.lecturehalls.worker.sandbox.Sandbox;
import org.lecturehalls.worker.support.Footage;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.Workspace;

/** How near rungs come to their source, with real ffmpeg on pictures that are easy, hard, and too hard. */
class QualityCheckTest {

    /** A still of fine faint grain: nearly all of it is lost at the usual rate factor, and it costs next to no bits. */
    private static final String GRAIN =
            "-f lavfi -i color=gray:size=256x144:rate=25:duration=12,noise=alls=14:allf=p:all_seed=3,loop=-1:1";

    private static final String ULTRAFAST = " -c:v libx264 -preset ultrafast -crf 8 -pix_fmt yuv420p";

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
    void leavesAloneWhatIsGoodEnough() throws Exception {
        Made made = make("easy.mp4", "-f lavfi -i testsrc2=size=256x144:rate=25 -t 12" + ULTRAFAST, null);

        assertThat(made.redone).isFalse();
        assertThat(made.quality.crf()).isEqualTo(28);
        assertThat(made.quality.ssim()).isGreaterThan(0.9).isLessThan(1);
        assertThat(made.quality.psnr()).isGreaterThan(25).isLessThan(50);
    }

    @Test
    void encodesAgainWhatIsBelowItsFloor() throws Exception {
        Made made = make("grain.mp4", GRAIN + " -t 12" + ULTRAFAST, null);

        assertThat(made.redone).isTrue();
        assertThat(made.quality.crf()).isLessThan(28);
        assertThat(made.frames).isEqualTo(300);
    }

    /** The excerpt's first frame is the same in file and source, wherever the chunk begins. */
    @Test
    void comparesTheSameFramesInTheMiddleOfAChunk() throws Exception {
        Chunk chunk = new Chunk(100, 200, true);

        Made made = make(
                "chunk.mp4",
                "-f lavfi -i color=gray:size=256x144:rate=25:duration=12,"
                        + "drawbox=x=mod(t*300\\,200):y=20:w=56:h=100:color=white:t=fill"
                        + ULTRAFAST,
                chunk);

        assertThat(made.redone).isFalse();
        assertThat(made.quality.ssim()).as("one frame off, it is far lower").isGreaterThan(0.97);
        assertThat(made.frames).isEqualTo(200);
    }

    @Test
    void letsNobodyWaitForTheQualityOfTheFirstChunk() throws Exception {
        Made made = make("first.mp4", GRAIN + " -t 12" + ULTRAFAST, new Chunk(0, 100, false));

        assertThat(made.quality).isNull();
        assertThat(made.redone).isFalse();
        assertThat(made.frames).isEqualTo(100);
    }

    @Test
    void spendsNoTimeOnWhatHasNoRoom() throws Exception {
        Made made = make(
                "storm.mp4",
                "-f lavfi -i color=gray:size=256x144:rate=25:duration=12,noise=alls=90:allf=t:all_seed=3" + ULTRAFAST,
                null);

        assertThat(made.quality.ssim()).isLessThan(0.9);
        assertThat(made.redone).isFalse();
    }

    private record Made(PictureQuality quality, boolean redone, long frames) {}

    private static Made make(String name, String arguments, Chunk chunk) throws Exception {
        try (Workspace workspace = Workspace.in(folder)) {
            Files.copy(Footage.make(folder.resolve(name), arguments), workspace.source());
            StopSignal stop = new StopSignal();
            Ffprobe ffprobe = new Ffprobe(Footage.tools(), sandbox, Settings.USUAL.inspectionLimits(), workspace, stop);
            Inspection source = new SourceInspector(Settings.USUAL, ffprobe, workspace, FileFormat.MP4).inspect(null);
            EncodePlan plan = EncodePlan.of(source, SoundChoice.SPEECH, false, 1);
            Transcoder transcoder =
                    new Transcoder(Footage.tools(), sandbox, Settings.USUAL.transcodingLimits(source.seconds()));
            List<String> encode =
                    chunk == null ? EncodeArguments.of(plan) : EncodeArguments.chunk(plan, source.video(), chunk);
            transcoder.run(encode, workspace, stop, line -> {});

            QualityCheck check = new QualityCheck(plan, chunk, transcoder, workspace, stop);
            PictureQuality quality = check.assured(check.measured()).get(0);

            long frames =
                    FragmentReader.read(workspace.out().resolve("144p.mp4")).samples();
            return new Made(quality, check.hasEncodedAgain(), frames);
        }
    }
}
