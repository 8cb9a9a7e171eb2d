package org.lecturehalls.sessions.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class CheckInCodesTest {

    private static final byte[] SECRET = "a secret of thirty-two characters".getBytes();
    private static final Instant WINDOW_START = Instant.ofEpochSecond(1_800_000_000L);
    private final CheckInCodes codes = new CheckInCodes("s1", SECRET);

    @Test
    void showsACodeUntilTheEndOfItsWindow() {
        var shown = codes.show(WINDOW_START.plusSeconds(4), "abcdefgh");

        assertThat(shown.changesAt()).isEqualTo(WINDOW_START.plusSeconds(15));
        assertThat(shown.digits()).matches("[0-9]{6}");
    }

    @Property
    void acceptsACodeInItsWindowAndGraceAndIsDeadWithinThirtySeconds(@ForAll @LongRange(max = 59_999) long after) {
        var shown = codes.show(WINDOW_START, "abcdefgh");
        var now = WINDOW_START.plusMillis(after);
        var alive = after < 25_000;

        assertThat(codes.accepts(shown.token(), now)).isEqualTo(alive);
        assertThat(codes.accepts(shown.digits(), now)).isEqualTo(alive);
    }

    @Property
    void refusesCodesOfTheFuture(@ForAll @LongRange(min = 1, max = 86_400) long seconds) {
        var shown = codes.show(WINDOW_START.plusSeconds(14 + seconds), "abcdefgh");

        assertThat(codes.accepts(shown.token(), WINDOW_START)).isFalse();
    }

    @Test
    void refusesCodesOfAnotherSessionOrSecret() {
        var token = codes.show(WINDOW_START, "abcdefgh").token();

        assertThat(new CheckInCodes("s2", SECRET).accepts(token, WINDOW_START)).isFalse();
        assertThat(new CheckInCodes("s1", "another secret".getBytes()).accepts(token, WINDOW_START))
                .isFalse();
    }

    @Test
    void refusesAChangedNonce() {
        var token = codes.show(WINDOW_START, "abcdefgh").token();

        assertThat(codes.accepts(token.replace("abcdefgh", "abcdefgi"), WINDOW_START))
                .isFalse();
    }

    @Property
    void refusesAnythingElse(@ForAll @Size(max = 60) String text) {
        assertThat(codes.accepts(text, WINDOW_START.plus(Duration.ofDays(400)))).isFalse();
    }
}
