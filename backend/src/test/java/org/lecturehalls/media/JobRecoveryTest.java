package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.media.contract.VideoReady;
import org.lecturehalls.support.PlatformTest;

/** A job whose messages, answers or workers go astray. */
@PlatformTest
class JobRecoveryTest extends JobScene {

    @Test
    void lateAnswerOfOldTokenChangesNothing() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            ClaimReply old = worker.claim(job, false);
            ClaimReply present = worker.claim(job, true);
            assertThat(present.token()).isGreaterThan(old.token());
            assertThat(worker.cancellation().token()).isEqualTo(old.token());

            put(old.outputPrefix() + "144p.mp4");
            worker.say(new JobProgress(id, old.token(), JobStep.STORING, 99));
            worker.say(new JobFailed(id, old.token(), "too late", ""));
            worker.say(new JobRefused(id, old.token(), RefusalCode.DAMAGED, "too late"));
            worker.say(SampleResults.video(id, old));
            await().atMost(WAIT).until(() -> list(old.outputPrefix()).isEmpty());
            AssetView asset = api.asset(id);
            assertThat(asset.state()).isEqualTo(MediaState.PROCESSING);
            assertThat(asset.job().percent()).isZero();

            put(present.outputPrefix() + "144p.mp4");
            worker.say(SampleResults.video(id, present));
            awaitState(id, MediaState.READY);
            assertThat(list(present.outputPrefix())).hasSize(1);
        }
    }

    @Test
    void answerThatComesTwiceKeepsItsObjects() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            ClaimReply claim = worker.claim(worker.receive());
            put(claim.outputPrefix() + "144p.mp4");
            VideoReady answer = SampleResults.video(id, claim);
            worker.say(answer);
            worker.say(answer);
            worker.say(new JobFailed(id, claim.token(), "after the end", ""));
            awaitState(id, MediaState.READY);
            afterAllAnswersSoFar(worker);
            assertThat(api.asset(id).state()).isEqualTo(MediaState.READY);
            assertThat(list(claim.outputPrefix())).hasSize(1);
        }
    }

    @Test
    void sendsLostMessageAgain() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.receive();
            worker.acknowledge();
            sweep.sweep().block(WAIT);
            assertThat(worker.hasNothingToDo()).isTrue();
            clock.advance(LEASE);
            sweep.sweep().block(WAIT);
            assertThat(worker.claim(worker.receive(), false).granted()).isTrue();
        }
    }

    @Test
    void doesNotSendMessageAgainThatStillWaits() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        clock.advance(LEASE);
        sweep.sweep().block(WAIT);
        clock.advance(LEASE);
        sweep.sweep().block(WAIT);
        try (FakeWorker worker = worker(id)) {
            worker.receive();
            worker.acknowledge();
            assertThat(worker.hasNothingToDo()).isTrue();
        }
    }

    @Test
    void givesJobOfSilentWorkerToAnother() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            ClaimReply frozen = worker.claim(job);
            worker.acknowledge();
            clock.advance(Duration.ofSeconds(50));
            worker.say(new JobProgress(id, frozen.token(), JobStep.TRANSCODING, 10));
            awaitAsset(id, asset -> asset.job().percent() == 10);
            clock.advance(Duration.ofSeconds(50));
            sweep.sweep().block(WAIT);
            assertThat(worker.hasNothingToDo()).as("it was heard of 50 s ago").isTrue();

            clock.advance(Duration.ofSeconds(11));
            sweep.sweep().block(WAIT);
            assertThat(worker.cancellation().token()).isEqualTo(frozen.token());
            ClaimReply other = worker.claim(worker.receive());
            assertThat(other.granted()).isTrue();
            assertThat(api.asset(id).job().attempt()).isEqualTo(2);

            worker.say(SampleResults.video(id, frozen));
            worker.say(SampleResults.video(id, other));
            awaitState(id, MediaState.READY);
        }
    }

    @Test
    void redeliveredJobIsClaimedAtOnce() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            worker.claim(worker.receive());
            worker.giveBack();
            MediaJob again = worker.receive();
            assertThat(worker.isRedelivered()).isTrue();
            assertThat(worker.claim(again).granted()).isTrue();
        }
    }

    @Test
    void givesUpAfterThreeAttempts() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            MediaJob job = worker.receive();
            for (int attempt = 1; attempt <= 3; attempt++) {
                assertThat(worker.claim(job, true).granted()).isTrue();
            }
            assertThat(worker.claim(job, true)).isEqualTo(ClaimReply.DENIED);
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).isEqualTo("gave up after 3 attempts");
        }
        assertThat(list("uploads/" + id + "/"))
                .as("the source, for another try")
                .hasSize(1);
    }

    @Test
    void failsJobThatNoWorkerCouldFinish() throws JMSException {
        String id = api.uploaded("a.mp4", "VIDEO");
        try (FakeWorker worker = worker(id)) {
            for (int delivery = 1; delivery <= 3; delivery++) {
                worker.receive();
                worker.giveBack();
            }
            AssetView failed = awaitState(id, MediaState.FAILED);
            assertThat(failed.job().detail()).contains("delivered too often");
        }
    }
}
