package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LadderTest {

    @Test
    void neverGoesAboveTheSource() {
        assertThat(Ladder.of(1920, 1080, false))
                .extracting(Rung::name)
                .containsExactly("144p", "240p", "360p", "480p", "720p");
        assertThat(Ladder.of(641, 361, false)).extracting(Rung::name).containsExactly("144p", "240p", "360p");
        assertThat(Ladder.of(100, 60, false)).extracting(Rung::name).containsExactly("60p");
    }

    @Test
    void goesToFullHdWhereThatIsAskedFor() {
        assertThat(Ladder.of(1080, 1920, true).get(5)).isEqualTo(new Rung("1080p", 1080, 1920, 24, 3600));
        assertThat(Ladder.of(3840, 2160, true))
                .extracting(Rung::name)
                .hasSize(6)
                .endsWith("1080p");
        assertThat(Ladder.of(1280, 720, true)).extracting(Rung::name).endsWith("720p");
    }

    @Test
    void namesPortraitPicturesByTheirWidth() {
        Rung largest = Ladder.of(2160, 3840, false).get(4);

        assertThat(largest).isEqualTo(new Rung("720p", 720, 1280, 24, 1800));
    }

    @Property
    void makesEvenSizesOfNearlyTheSameShape(
            @ForAll @IntRange(min = 1, max = 8192) int width, @ForAll @IntRange(min = 1, max = 8192) int height) {
        assertThat(Ladder.of(width, height, false)).isNotEmpty().allSatisfy(rung -> {
            assertThat(rung.width() % 2 + rung.height() % 2).isZero();
            assertThat(Math.min(rung.width(), rung.height())).isBetween(2, Math.max(2, Math.min(width, height)));
            double longer =
                    (double) Math.max(width, height) / Math.min(width, height) * Math.min(rung.width(), rung.height());
            assertThat(Math.max(rung.width(), rung.height()) - longer).isBetween(-1.01, 2.0);
        });
    }
}
