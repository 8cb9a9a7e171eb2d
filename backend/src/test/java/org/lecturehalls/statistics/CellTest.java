package org.lecturehalls.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CellTest {

    private static final String ID = "451022:2026-05";

    /** A session's part was put, or taken away when {@code contribution} says nothing. */
    record Step(String sessionId, List<String> headings, long attendances, boolean removed) {

        Cell to(Cell cell) {
            return removed ? cell.remove(sessionId) : cell.put(contribution());
        }

        Contribution contribution() {
            return new Contribution(sessionId, headings, new Figures(1, attendances, 0, 0, 0));
        }
    }

    @Property
    void sumsKeptByEventsAreThoseOfARebuild(@ForAll("steps") List<Step> steps) {
        var current = Cell.empty(ID);
        var last = new LinkedHashMap<String, Step>();
        for (var step : steps) {
            current = step.to(current);
            last.put(step.sessionId(), step);
        }

        var rebuilt = Cell.empty(ID);
        for (var step : last.values()) {
            rebuilt = step.removed() ? rebuilt : rebuilt.put(step.contribution());
        }

        assertThat(current.saysTheSameAs(rebuilt)).isTrue();
    }

    @Property
    void aRepeatedEventChangesNothing(@ForAll("steps") List<Step> steps) {
        var once = Cell.empty(ID);
        var twice = Cell.empty(ID);
        for (var step : steps) {
            once = step.to(once);
            twice = step.to(step.to(twice));
        }

        assertThat(twice.saysTheSameAs(once)).isTrue();
    }

    @Property
    void everyDimensionAddsUpToTheWhole(@ForAll("steps") List<Step> steps) {
        var cell = Cell.empty(ID);
        for (var step : steps) {
            cell = step.to(cell);
        }

        var formats = cell.totals().entrySet().stream()
                .filter(each -> each.getKey().startsWith("format:"))
                .map(each -> each.getValue().attendances())
                .mapToLong(Long::longValue)
                .sum();

        assertThat(formats)
                .isEqualTo(cell.totals().getOrDefault(Cell.ALL, Figures.NONE).attendances());
    }

    @Test
    void forgetsAHeadingThatNothingStandsUnder() {
        var cell = Cell.empty(ID).put(new Step("s1", List.of("format:SKIT"), 3, false).contribution());

        assertThat(cell.remove("s1").totals()).isEmpty();
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        var sessions = Arbitraries.of("s1", "s2", "s3", "s4");
        var headings = Combinators.combine(
                        Arbitraries.of("format:STORY", "format:SKIT"), Arbitraries.of("hall:h1", "hall:h2"))
                .as(List::of);
        var attendances = Arbitraries.longs().between(0, 500);
        var removed = Arbitraries.of(false, false, true);
        return Combinators.combine(sessions, headings, attendances, removed)
                .as(Step::new)
                .list()
                .ofMaxSize(40);
    }
}
