package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameGridTest {

    @ParameterizedTest
    @CsvSource({
        "23.976, 24000/1001, 96",
        "24, 24/1, 96",
        "25, 25/1, 100",
        "29.97, 30000/1001, 120",
        "30, 30/1, 120",
        "30.02, 30/1, 120",
        "50, 25/1, 100",
        "59.94, 30000/1001, 120",
        "60, 30/1, 120",
        "120, 30/1, 120",
        "240, 30/1, 120",
        "15, 15/1, 60",
        "14.76, 15/1, 60",
        "12.5, 25/2, 50",
        "5, 10/1, 40",
        "1, 10/1, 40"
    })
    void keepsTheRhythmOfASteadySource(double rate, String fraction, int segment) {
        FrameGrid grid = FrameGrid.of(new FrameTiming(1000, rate, rate, true, false));

        assertThat(grid.fraction()).isEqualTo(fraction);
        assertThat(grid.framesPerSegment()).isEqualTo(segment);
    }

    @ParameterizedTest
    @CsvSource({"2, 30, 30/1", "9, 60, 30/1", "10, 20, 25/1", "3, 5, 15/1", "7, 2000, 30/1"})
    void followsTheQuickPassagesOfAChangingSource(double average, double quick, String fraction) {
        assertThat(FrameGrid.of(new FrameTiming(1000, average, quick, false, false))
                        .fraction())
                .isEqualTo(fraction);
    }

    @Test
    void givesASingleFrameSomeRate() {
        assertThat(FrameGrid.of(new FrameTiming(1, 0, 0, false, false)).rate()).isEqualTo(25);
    }

    @Test
    void measuresASteadyStreamWithRoundedTimes() {
        StreamTiming timing = new StreamTiming(false);
        for (int i = 0; i < 300; i++) {
            double rounded = Math.round(i * 1000 / 30.0) / 1000.0;
            timing.packet(rounded, rounded, 0.033);
        }

        assertThat(timing.frames().steady()).isTrue();
        assertThat(FrameGrid.of(timing.frames()).fraction()).isEqualTo("30/1");
    }

    @Test
    void measuresAChangingStream() {
        StreamTiming timing = new StreamTiming(false);
        double at = 0;
        for (int i = 0; i < 300; i++) {
            timing.packet(at, at, Double.NaN);
            at += i % 3 == 0 ? 0.5 : 1 / 30.0;
        }

        assertThat(timing.frames().steady()).isFalse();
        assertThat(timing.frames().quickRate()).isBetween(29.0, 31.0);
    }

    @Test
    void bridgesJumpsOnlyWhereTheFormatAllowsThem() {
        StreamTiming broadcast = new StreamTiming(true);
        StreamTiming file = new StreamTiming(false);
        for (double start : new double[] {5000, 10}) {
            for (int i = 0; i < 100; i++) {
                broadcast.packet(start + i * 0.04, start + i * 0.04, 0.04);
                file.packet(start + i * 0.04, start + i * 0.04, 0.04);
            }
        }

        assertThat(broadcast.end() - broadcast.first()).isBetween(7.9, 8.1);
        assertThat(file.end() - file.first()).isGreaterThan(4000);
    }
}
