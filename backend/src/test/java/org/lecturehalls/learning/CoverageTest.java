package org.lecturehalls.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void joinsStretchesThatMeet() {
        Coverage coverage = Coverage.NONE.plus(List.of(new Span(30, 60), new Span(0, 30.5), new Span(90, 100)));

        assertThat(coverage.spans()).containsExactly(new Span(0, 60), new Span(90, 100));
        assertThat(coverage.seconds()).isEqualTo(70);
    }

    @Test
    void countsASecondOnceHoweverOftenItIsWatched() {
        Coverage coverage = Coverage.NONE.plus(List.of(new Span(0, 30))).plus(List.of(new Span(10, 20)));

        assertThat(coverage.seconds()).isEqualTo(30);
    }

    @Test
    void keepsABoundedNumberOfStretches() {
        List<Span> many = IntStream.range(0, 500)
                .mapToObj(i -> new Span(i * 10, i * 10 + 2))
                .toList();

        Coverage coverage = Coverage.NONE.plus(many);

        assertThat(coverage.spans()).hasSizeLessThanOrEqualTo(Coverage.MOST_SPANS);
    }

    @Test
    void believesOnlyWhatLiesInsideTheLessonAndTheTime() {
        Coverage before = Coverage.NONE.plus(List.of(new Span(0, 10)));

        assertThat(before.credible(List.of(new Span(5, 40)), 90, 20)).containsExactly(new Span(5, 30));
        assertThat(before.credible(List.of(new Span(80, 200)), 90, 100)).containsExactly(new Span(80, 90));
        assertThat(before.credible(List.of(new Span(95, 200)), 90, 100)).isEmpty();
        assertThat(before.credible(List.of(new Span(20, 30)), 90, 0)).isEmpty();
        assertThat(before.credible(List.of(new Span(0, 10)), 90, 0)).containsExactly(new Span(0, 10));
    }

    @Property
    void doesNotDependOnTheOrderNorOnRepeats(
            @ForAll("stretches") List<Span> one, @ForAll("stretches") List<Span> other) {
        Coverage forth = Coverage.NONE.plus(one).plus(other);
        Coverage back = Coverage.NONE.plus(other).plus(one).plus(other);

        assertThat(back.spans()).isEqualTo(forth.spans());
    }

    @Property
    void neverShrinksAndStaysInOrder(@ForAll("stretches") List<Span> one, @ForAll("stretches") List<Span> other) {
        Coverage before = Coverage.NONE.plus(one);
        Coverage after = before.plus(other);

        assertThat(after.seconds()).isGreaterThanOrEqualTo(before.seconds());
        for (int i = 1; i < after.spans().size(); i++) {
            assertThat(after.spans().get(i).from())
                    .isGreaterThan(after.spans().get(i - 1).to() + Coverage.SEAM_SECONDS);
        }
    }

    @Property
    void believesNoMoreThanTheTimeAllows(
            @ForAll("stretches") List<Span> known,
            @ForAll("stretches") List<Span> told,
            @ForAll("seconds") double most) {
        Coverage before = Coverage.NONE.plus(known);
        List<Span> shuffled = new ArrayList<>(told);
        Collections.reverse(shuffled);

        Coverage after = before.plus(before.credible(shuffled, 600, most));

        double seams = 2 * told.size() * Coverage.SEAM_SECONDS;
        assertThat(after.seconds() - before.seconds()).isLessThanOrEqualTo(most + seams);
    }

    @Provide
    Arbitrary<Double> seconds() {
        return Arbitraries.integers().between(0, 400).map(Integer::doubleValue);
    }

    /** Few enough that the bound on their number plays no part. */
    @Provide
    Arbitrary<List<Span>> stretches() {
        Arbitrary<Integer> from = Arbitraries.integers().between(0, 600);
        Arbitrary<Integer> length = Arbitraries.integers().between(1, 60);
        return Combinators.combine(from, length)
                .as((at, seconds) -> new Span(at, at + seconds))
                .list()
                .ofMaxSize(12);
    }
}
