package org.lecturehalls.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

@PlatformTest
class IdempotencyTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @Autowired
    Idempotency idempotency;

    @Autowired
    TestClock clock;

    private final String key = Ids.next();
    private final AtomicInteger runs = new AtomicInteger();
    private final Supplier<Mono<String>> create = () -> Mono.fromSupplier(() -> "thing-" + runs.incrementAndGet());

    @Test
    void createsOnceAndAnswersTheSameAfterwards() {
        once("ann", create).expectNext("thing-1").verifyComplete();
        once("ann", create).expectNext("thing-1").verifyComplete();
        assertThat(runs).hasValue(1);
    }

    @Test
    void keysOfDifferentPeopleNeverMeet() {
        once("ann", create).expectNext("thing-1").verifyComplete();
        once("bob", create).expectNext("thing-2").verifyComplete();
    }

    @Test
    void createsEachTimeWithoutKey() {
        StepVerifier.create(idempotency.once("ann", "things", null, create))
                .expectNext("thing-1")
                .verifyComplete();
        StepVerifier.create(idempotency.once("ann", "things", null, create))
                .expectNext("thing-2")
                .verifyComplete();
    }

    @Test
    void sendsSecondRequestAwayWhileTheFirstRuns() {
        Sinks.One<String> slow = Sinks.one();
        StepVerifier first =
                once("ann", slow::asMono).expectNext("slow").expectComplete().verifyLater();
        StepVerifier.create(idempotency
                        .once("ann", "things", key, create)
                        .repeatWhen(again -> again.delayElements(Duration.ofMillis(20)))
                        .next())
                .expectErrorSatisfies(
                        e -> assertThat(((ConflictException) e).retryAfter()).isPositive())
                .verify(SOON);
        slow.tryEmitValue("slow");
        first.verify(SOON);
        once("ann", create).expectNext("slow").verifyComplete();
    }

    @Test
    void createsOnceUnderManyAtATime() {
        Flux.range(0, 20)
                .flatMap(
                        i -> idempotency.once("ann", "things", key, create).onErrorComplete(ConflictException.class),
                        20)
                .as(StepVerifier::create)
                .thenConsumeWhile("thing-1"::equals)
                .verifyComplete();
        assertThat(runs).hasValue(1);
    }

    @Test
    void failureFreesTheKey() {
        once("ann", () -> Mono.error(new LimitExceededException("quota-exceeded")))
                .expectError(LimitExceededException.class)
                .verify(SOON);
        once("ann", create).expectNext("thing-1").verifyComplete();
    }

    @Test
    void takesOverFromBackendThatDied() {
        StepVerifier.create(idempotency.once("ann", "things", key, Mono::never))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify(SOON);
        clock.advance(Duration.ofMinutes(3));
        once("ann", create).expectNext("thing-1").verifyComplete();
    }

    @Test
    void refusesKeysThatAreNone() {
        StepVerifier.create(idempotency.once("ann", "things", "has space", create))
                .expectError(InvalidInputException.class)
                .verify(SOON);
    }

    private StepVerifier.FirstStep<String> once(String user, Supplier<Mono<String>> creation) {
        return StepVerifier.create(idempotency.once(user, "things", key, creation));
    }
}
