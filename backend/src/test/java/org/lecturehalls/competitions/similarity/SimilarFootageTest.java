package org.lecturehalls.competitions.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.lecturehalls.competitions.similarity.SimilarFootage.Pair;

class SimilarFootageTest {

    private static final double LEAST = 0.3;

    /** Most frames in which next to nothing moves; by so many a cut cannot be told. */
    private static final int SCENE = 4;

    @Property(tries = 100)
    void findsACopyThatWasTrimmedAndEncodedAnew(
            @ForAll long seed, @ForAll @IntRange(max = 200) int cut, @ForAll @IntRange(min = 20, max = 80) int length) {
        Random random = new Random(seed);
        long[] original = video(random, 300);
        long[] copy = noisy(Arrays.copyOfRange(original, cut, cut + length), random, 3);

        List<Pair> pairs = SimilarFootage.pairs(List.of(original, video(random, 300), copy), LEAST);

        assertThat(pairs).hasSize(1);
        Pair pair = pairs.get(0);
        assertThat(List.of(pair.first(), pair.second())).containsExactly(0, 2);
        assertThat(pair.share()).isGreaterThan(0.8);
        assertThat(pair.firstStart() - pair.secondStart()).isBetween(cut - SCENE, cut + SCENE);
        assertThat(pair.run()).isBetween(length / 2, length + SCENE);
    }

    @Property(tries = 50)
    void tellsVideosApartThatHaveNothingInCommon(@ForAll long seed) {
        Random random = new Random(seed);
        List<long[]> videos = List.of(video(random, 400), video(random, 90), video(random, 1800), video(random, 20));

        assertThat(SimilarFootage.pairs(videos, LEAST)).isEmpty();
    }

    @Test
    void findsWhatWasLeftWhenTheMiddleWasCutOut() {
        Random random = new Random(7);
        long[] original = video(random, 200);
        long[] copy = LongStream.concat(Arrays.stream(original, 0, 60), Arrays.stream(original, 120, 200))
                .toArray();

        Pair pair = SimilarFootage.pairs(List.of(copy, original), LEAST).get(0);

        assertThat(pair.share()).isGreaterThan(0.9);
        assertThat(pair.firstStart()).isBetween(59, 61);
        assertThat(pair.secondStart()).isBetween(119, 121);
        assertThat(pair.run()).isBetween(79, 82);
    }

    @Test
    void countsNeitherBlankFramesNorStillOnes() {
        Random random = new Random(11);
        long title = random.nextLong();
        long[] one = LongStream.concat(still(title, 100), Arrays.stream(video(random, 60)))
                .toArray();
        long[] other = LongStream.concat(still(title, 100), Arrays.stream(video(random, 60)))
                .toArray();

        assertThat(SimilarFootage.pairs(List.of(one, other, new long[300], new long[300], new long[0]), LEAST))
                .isEmpty();
    }

    private static LongStream still(long frame, int count) {
        return LongStream.generate(() -> frame).limit(count);
    }

    /** Scenes of a few frames, in each of which little moves. */
    private static long[] video(Random random, int frames) {
        long[] video = new long[frames];
        int left = 0;
        for (int i = 0; i < frames; i++) {
            if (left == 0) {
                video[i] = random.nextLong();
                left = 1 + random.nextInt(SCENE);
            } else {
                video[i] = flipped(video[i - 1], random, 2);
            }
            left--;
        }
        return video;
    }

    private static long[] noisy(long[] frames, Random random, int bits) {
        return Arrays.stream(frames).map(frame -> flipped(frame, random, bits)).toArray();
    }

    private static long flipped(long frame, Random random, int bits) {
        long flipped = frame;
        for (int i = 0; i < bits; i++) {
            flipped ^= 1L << random.nextInt(64);
        }
        return flipped;
    }
}
