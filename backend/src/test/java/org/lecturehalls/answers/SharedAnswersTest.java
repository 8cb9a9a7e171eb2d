package org.lecturehalls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.TestClock;
import org.springframework.http.HttpHeaders;

class SharedAnswersTest {

    private static final Duration FRESH = Duration.ofSeconds(3);

    private final TestClock clock = new TestClock();
    private final SharedAnswers answers = new SharedAnswers(clock);

    @Test
    void givesAnAnswerAgainWhileItIsFresh() {
        keep("/courses?a", 10);
        assertThat(answers.find("/courses?a", FRESH)).isNotNull();
        assertThat(answers.find("/courses?b", FRESH)).isNull();

        clock.advance(FRESH);
        assertThat(answers.find("/courses?a", FRESH)).isNull();
    }

    @Test
    void makesNothingLastLongerWhenTheClockIsSetBack() {
        clock.advance(Duration.ofDays(2));
        keep("/courses?a", 10);
        clock.reset();
        assertThat(answers.find("/courses?a", FRESH)).isNull();
    }

    @Test
    void forgetsWhatHasChanged() {
        keep("/courses?a", 10);
        keep("/sessions?a", 10);
        answers.forget("/courses");
        assertThat(answers.find("/courses?a", FRESH)).isNull();
        assertThat(answers.find("/sessions?a", FRESH)).isNotNull();
    }

    @Test
    void keepsNothingThatWasWorkedOutBeforeAChange() {
        long before = answers.changes();
        answers.forget("/courses");
        answers.keep("/courses?a", answer(10), before);
        assertThat(answers.find("/courses?a", FRESH)).isNull();
    }

    @Test
    void staysWithinItsRoom() {
        keep("/courses?first", SharedAnswers.LARGEST_BYTES);
        keep("/courses?too-large", SharedAnswers.LARGEST_BYTES + 1);
        for (int index = 0; index < 200; index++) {
            keep("/courses?" + index, SharedAnswers.LARGEST_BYTES);
        }
        assertThat(answers.find("/courses?first", FRESH)).isNull();
        assertThat(answers.find("/courses?too-large", FRESH)).isNull();
        assertThat(answers.find("/courses?199", FRESH)).isNotNull();
    }

    private void keep(String key, int bytes) {
        answers.keep(key, answer(bytes), answers.changes());
    }

    private KeptAnswer answer(int bytes) {
        return KeptAnswer.of(new byte[bytes], new HttpHeaders(), clock.instant());
    }
}
