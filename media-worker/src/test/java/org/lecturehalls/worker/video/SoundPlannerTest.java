package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class SoundPlannerTest {

    @Property
    void cutsAnySoundIntoEvenStretchesOfWholeFragments(@ForAll @DoubleRange(max = 6 * 3600) double seconds) {
        List<Long> cut = SoundPlanner.cut(seconds);
        List<Long> allButTheLast = cut.subList(0, cut.size() - 1);

        assertThat(cut.stream().mapToLong(Long::longValue).sum())
                .isEqualTo((long) Math.ceil(seconds * 48_000 / 1024) + 1);
        assertThat(allButTheLast).allMatch(packets -> packets % SoundChunk.GROUP == 0);
        assertThat(cut).as("at most seven and a half minutes").allMatch(packets -> packets <= 113L * SoundChunk.GROUP);
        if (cut.size() > 1) {
            assertThat(cut).as("at least three and a half").allMatch(packets -> packets >= 55L * SoundChunk.GROUP);
        }
    }

    @Test
    void leavesShortSoundInOnePiece() {
        assertThat(SoundPlanner.cut(0)).containsExactly(1L);
        assertThat(SoundPlanner.cut(420)).hasSize(1);
        assertThat(SoundPlanner.cut(7_200)).hasSize(24);
    }
}
