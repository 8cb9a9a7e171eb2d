package org.lecturehalls.sessions.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TravelRulesTest {

    private static final Place BAISE = new Place(23.902, 106.618);
    private static final Place JINGXI = new Place(23.134, 106.417);
    private static final Instant NINE = Instant.parse("2026-05-09T01:00:00Z");
    private final TravelRules rules = new TravelRules(40, Duration.ofMinutes(15), Duration.ofHours(6));

    @Test
    void measuresTheStraightLine() {
        assertThat(BAISE.kilometresTo(JINGXI)).isCloseTo(87.8, within(0.5));
        assertThat(rules.between(BAISE, JINGXI).toMinutes()).isBetween(140L, 150L);
    }

    @Test
    void givesALecturerTimeToGetThere() {
        var morning = claim("a", BAISE, NINE, 60);

        assertThat(morning.clashesWith(
                        claim("b", JINGXI, NINE.plusSeconds(2 * 3600), 60), ResourceKind.LECTURER, rules))
                .isTrue();
        assertThat(morning.clashesWith(
                        claim("b", JINGXI, NINE.plusSeconds(4 * 3600), 60), ResourceKind.LECTURER, rules))
                .isFalse();
    }

    @Test
    void lendsAHallOutAgainAtOnce() {
        var first = claim("a", BAISE, NINE, 60);

        assertThat(first.clashesWith(claim("b", BAISE, NINE.plusSeconds(3600), 60), ResourceKind.HALL, rules))
                .isFalse();
        assertThat(first.clashesWith(claim("b", BAISE, NINE.plusSeconds(3599), 60), ResourceKind.HALL, rules))
                .isTrue();
    }

    @Property
    void isTheSameThereAndBackAndNeverPastTheLongest(
            @ForAll @DoubleRange(min = -80, max = 80) double latitude,
            @ForAll @DoubleRange(min = -179, max = 179) double longitude) {
        var other = new Place(latitude, longitude);

        assertThat(rules.between(BAISE, other)).isEqualTo(rules.between(other, BAISE));
        assertThat(rules.between(BAISE, other)).isBetween(Duration.ofMinutes(15), Duration.ofHours(6));
    }

    @Property
    void seesAClashFromBothSides(@ForAll @IntRange(max = 600) int minutes, @ForAll ResourceKind kind) {
        var one = claim("a", BAISE, NINE, 60);
        var other = claim("b", JINGXI, NINE.plusSeconds(minutes * 60L), 45);

        assertThat(one.clashesWith(other, kind, rules)).isEqualTo(other.clashesWith(one, kind, rules));
    }

    private static Claim claim(String id, Place place, Instant from, int minutes) {
        return new Claim(id, id, "x", "x", place, from, from.plusSeconds(minutes * 60L), null);
    }
}
