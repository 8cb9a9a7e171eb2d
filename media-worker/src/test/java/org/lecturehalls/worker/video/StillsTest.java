package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.media.contract.FilmPictures.Strip;
import org.lecturehalls.worker.video.StillArguments.Shot;

class StillsTest {

    private static final Rung TILE = new Rung("tile", 160, 90, 0, 0);
    private static final StillSource MADE = StillSource.of(new Rung("144p", 256, 144, 28, 90));

    @ParameterizedTest
    @CsvSource({"0.04,1", "0,1", "5,5", "30,12", "600,60", "1440,144", "7200,144", "21600,144"})
    void takesABoundedNumberOfPicturesHoweverLongTheVideo(double seconds, int count) {
        StillTimes times = StillTimes.of(seconds);

        assertThat(times.all()).hasSize(count).isSorted();
        assertThat(times.count() * times.secondsApart()).isCloseTo(seconds, within(0.001));
    }

    @Test
    void seeksEachPicture() {
        List<String> arguments =
                StillArguments.tiles(MADE, List.of(new Shot(5, "a.yuv"), new Shot(15.5, "b.yuv")), TILE, true);

        assertThat(String.join(" ", arguments))
                .isEqualTo("-hide_banner -nostdin -v error -y"
                        + " -protocol_whitelist file -f mov -threads 1 -ss 5.000"
                        + " -an -sn -i file:out/144p.mp4"
                        + " -protocol_whitelist file -f mov -threads 1 -ss 15.500"
                        + " -an -sn -i file:out/144p.mp4"
                        + one(0) + " -f rawvideo file:a.yuv" + one(1) + " -f rawvideo file:b.yuv");
    }

    @Test
    void decodesOneKeyFrameOfASourceAndAnyFrameWhereNoneLeadsToAPicture() {
        StillSource source = new StillSource("mov", "file:source", "0", picture(1920, 1080), false);
        List<Shot> shots = List.of(new Shot(5, "a.yuv"));

        assertThat(String.join(" ", StillArguments.tiles(source, shots, TILE, true)))
                .contains("-f mov -threads 1 -skip_frame nokey -noaccurate_seek -ss 5.000 -an -sn -i file:source");
        assertThat(String.join(" ", StillArguments.posters(source, shots, TILE, false)))
                .contains("-f mov -threads 1 -noaccurate_seek -ss 5.000 -an -sn -i file:source")
                .contains("-c:v mjpeg -q:v 5 -flags +bitexact -f image2 -update 1 file:a.yuv");
    }

    @Test
    void decodesNothingButKeyFramesForThePostersOfALongerVideo() {
        StillSource made = StillSource.keyFramesOf(new Rung("720p", 1280, 720, 24, 1800));

        assertThat(String.join(" ", StillArguments.posters(made, List.of(new Shot(8.017, "a.jpg")), TILE, true)))
                .contains(
                        "-f mov -threads 1 -skip_frame nokey -noaccurate_seek -ss 8.017 -an -sn -i file:out/720p.mp4");
    }

    private static String one(int input) {
        return " -map " + input + ":v:0 -frames:v 1 -fps_mode passthrough -vf scale=w=160:h=90:flags=bicubic,setsar=1,"
                + "scale=out_color_matrix=bt601:out_range=pc,format=yuv420p"
                + " -map_metadata -1 -flags +bitexact -fflags +bitexact";
    }

    @Test
    void putsTilesOnSheets() {
        Strip strip = new Strip(List.of("strip-1.jpg"), 5, 4, 160, 90, 20, 10);

        assertThat(String.join(" ", StillArguments.sheets("tiles.yuv", strip, "out/strip-%d.jpg")))
                .isEqualTo("-hide_banner -nostdin -v error -y -protocol_whitelist file -f rawvideo"
                        + " -pixel_format yuvj420p -video_size 160x90 -framerate 1 -i file:tiles.yuv -vf tile=5x4"
                        + " -c:v mjpeg -q:v 6 -flags +bitexact -f image2 file:out/strip-%d.jpg");
    }

    @Test
    void decodesFewerLargePicturesBesideEachOther() {
        assertThat(MADE.atOnce()).isEqualTo(12);
        assertThat(new StillSource("mov", "file:source", "0", picture(1920, 1080), false).atOnce())
                .isEqualTo(8);
        assertThat(new StillSource("mov", "file:source", "0", picture(3840, 2160), false).atOnce())
                .isEqualTo(2);
        assertThat(new StillSource("mov", "file:source", "0", picture(8000, 4500), false).atOnce())
                .isEqualTo(1);
    }

    private static VideoStream picture(int width, int height) {
        return new VideoStream(
                0,
                "h264",
                width,
                height,
                false,
                VideoStream.DynamicRange.STANDARD,
                false,
                0,
                10,
                new FrameTiming(250, 25, 25, true, false));
    }

    @Test
    void prefersWhatIsWellExposedAndSharp() {
        byte[] black = plane((x, y) -> 3);
        byte[] white = plane((x, y) -> 250);
        byte[] dim = plane((x, y) -> x % 2 == 0 ? 10 : 40);
        byte[] soft = plane((x, y) -> 40 + x);
        byte[] sharp = plane((x, y) -> x / 4 % 2 == 0 ? 40 : 200);

        assertThat(score(black)).isZero();
        assertThat(score(white)).isZero();
        assertThat(score(sharp)).isGreaterThan(score(soft));
        assertThat(score(soft)).isGreaterThan(score(dim));
    }

    private static double score(byte[] plane) {
        return StillScore.of(plane, 160, 90);
    }

    private static byte[] plane(java.util.function.IntBinaryOperator brightness) {
        byte[] planes = new byte[160 * 90 * 3 / 2];
        Arrays.fill(planes, (byte) 128);
        for (int i = 0; i < 160 * 90; i++) {
            planes[i] = (byte) brightness.applyAsInt(i % 160, i / 160);
        }
        return planes;
    }
}
