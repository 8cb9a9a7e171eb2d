package org.lecturehalls.worker.video;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ChunkPlannerTest {

    @Property
    void coversEveryFrameWithWholeGroupsOfPicturesButForTheEnd(
            @ForAll @LongRange(min = 1, max = 1_000_000) long frames, @ForAll @IntRange(min = 1, max = 240) int group) {
        List<Long> chunks = ChunkPlanner.cut(frames, group);

        assertThat(chunks.stream().mapToLong(Long::longValue).sum()).isEqualTo(frames);
        assertThat(chunks.subList(0, chunks.size() - 1)).allMatch(chunk -> chunk % group == 0);
    }

    @Property
    void growsToMinutesAndShrinksAgainTowardsTheEnd(@ForAll @LongRange(min = 2_300, max = 600_000) long frames) {
        List<Long> chunks = ChunkPlanner.cut(frames, 100);

        assertThat(chunks.subList(0, 4)).containsExactly(100L, 200L, 400L, 800L);
        long left = frames - 1_500;
        for (Long chunk : chunks.subList(4, chunks.size() - 1)) {
            assertThat(chunk).isBetween(200L, 1_500L).isLessThanOrEqualTo(Math.max(200, left / 2));
            left -= chunk;
        }
        assertThat(left).isEqualTo(chunks.get(chunks.size() - 1)).isBetween(200L, 399L);
    }

    @Test
    void cutsTwoHoursAtTwentyFiveFramesIntoABeginningMinutesAndAnEnd() {
        List<Long> chunks = ChunkPlanner.cut(180_000, 100);

        assertThat(chunks)
                .hasSize(126)
                .startsWith(100L, 200L, 400L, 800L, 1_500L)
                .endsWith(1_500L, 1_500L, 700L, 400L, 200L, 200L);
    }

    @Test
    void cutsAFewMinutes() {
        assertThat(ChunkPlanner.cut(3_750, 100)).containsExactly(100L, 200L, 400L, 800L, 1_100L, 500L, 300L, 350L);
    }

    @Test
    void doesNotCutWhatIsShort() {
        assertThat(ChunkPlanner.cut(1, 100)).containsExactly(1L);
        assertThat(ChunkPlanner.cut(299, 100)).containsExactly(299L);
    }
}
