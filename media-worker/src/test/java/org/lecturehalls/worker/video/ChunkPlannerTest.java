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
    void leavesNoChunkThatIsMuchShorterOrLongerThanAMinute(@ForAll @LongRange(min = 2_300, max = 600_000) long frames) {
        List<Long> chunks = ChunkPlanner.cut(frames, 100);

        assertThat(chunks.get(0)).isEqualTo(300);
        assertThat(chunks.subList(1, chunks.size() - 1)).allMatch(chunk -> chunk == 1_500);
        assertThat(chunks.get(chunks.size() - 1)).isBetween(700L, 2_200L);
    }

    @Test
    void cutsTwoHoursAtTwentyFiveFramesIntoABeginningAndMinutes() {
        List<Long> chunks = ChunkPlanner.cut(180_000, 100);

        assertThat(chunks).hasSize(121).startsWith(300L, 1_500L).endsWith(1_500L, 1_200L);
    }

    @Test
    void doesNotCutWhatIsShort() {
        assertThat(ChunkPlanner.cut(1, 100)).containsExactly(1L);
        assertThat(ChunkPlanner.cut(900, 100)).containsExactly(900L);
    }
}
