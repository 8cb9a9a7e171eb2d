package org.lecturehalls.media;

import jakarta.jms.ConnectionFactory;
import org.lecturehalls.media.contract.ClaimReply;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.PackJob;
import org.lecturehalls.media.contract.PartJob;
import org.lecturehalls.platform.BackgroundLoop;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Which queue is read by whom. */
@Configuration(proxyBeanMethods = false)
class MessagingConfiguration {

    /** Three for the inboxes, which each hold one while they wait for a message, the rest for sending. */
    private static final int THREADS = 8;

    private static final int QUEUED = 10_000;

    @Bean(destroyMethod = "dispose")
    Scheduler messagingScheduler() {
        return Schedulers.newBoundedElastic(THREADS, QUEUED, "messaging");
    }

    @Bean
    BackgroundLoop claims(
            ConnectionFactory connections,
            MediaMessages messages,
            Scheduler messagingScheduler,
            JobClaims claims,
            VideoPartClaims partClaims,
            PackClaims packClaims) {
        return new InboxLoop(
                MediaQueues.CLAIMS,
                connections,
                messages,
                messagingScheduler,
                message -> message instanceof JobClaim claim
                        ? decide(claims, partClaims, packClaims, claim).cast(Object.class)
                        : Mono.empty());
    }

    private static Mono<ClaimReply> decide(
            JobClaims claims, VideoPartClaims partClaims, PackClaims packClaims, JobClaim claim) {
        if (Pack.isJob(claim.jobId())) {
            return packClaims.claim(claim);
        }
        return VideoPart.isId(claim.jobId()) ? partClaims.claim(claim) : claims.claim(claim);
    }

    @Bean
    BackgroundLoop answers(
            ConnectionFactory connections, MediaMessages messages, Scheduler messagingScheduler, AnswerDesk desk) {
        return new InboxLoop(
                MediaQueues.ANSWERS,
                connections,
                messages,
                messagingScheduler,
                message -> desk.take(message).then(Mono.empty()));
    }

    @Bean
    BackgroundLoop deadLetterReader(
            ConnectionFactory connections,
            MediaMessages messages,
            Scheduler messagingScheduler,
            DeadLetters dead,
            PackAnswers packs) {
        return new InboxLoop(
                MediaQueues.DEAD_LETTERS,
                connections,
                messages,
                messagingScheduler,
                message -> bury(dead, packs, message).then(Mono.empty()));
    }

    private static Mono<Void> bury(DeadLetters dead, PackAnswers packs, Object message) {
        if (message instanceof PackJob pack) {
            return packs.dead(pack);
        }
        if (message instanceof PartJob part) {
            return dead.dead(part);
        }
        return message instanceof MediaJob job ? dead.dead(job) : Mono.empty();
    }
}
