package org.lecturehalls.media;

import jakarta.jms.ConnectionFactory;
import org.lecturehalls.media.contract.DocumentReady;
import org.lecturehalls.media.contract.JobClaim;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.media.contract.JobProgress;
import org.lecturehalls.media.contract.JobRefused;
import org.lecturehalls.media.contract.MediaJob;
import org.lecturehalls.media.contract.MediaQueues;
import org.lecturehalls.media.contract.VideoReady;
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
            ConnectionFactory connections, MediaMessages messages, Scheduler messagingScheduler, JobClaims claims) {
        return new InboxLoop(
                MediaQueues.CLAIMS,
                connections,
                messages,
                messagingScheduler,
                message ->
                        message instanceof JobClaim claim ? claims.claim(claim).cast(Object.class) : Mono.empty());
    }

    @Bean
    BackgroundLoop answers(
            ConnectionFactory connections, MediaMessages messages, Scheduler messagingScheduler, JobAnswers answers) {
        return new InboxLoop(
                MediaQueues.ANSWERS,
                connections,
                messages,
                messagingScheduler,
                message -> take(answers, message).then(Mono.empty()));
    }

    private static Mono<Void> take(JobAnswers answers, Object message) {
        if (message instanceof JobProgress news) {
            return answers.progress(news);
        }
        if (message instanceof VideoReady answer) {
            return answers.ready(answer);
        }
        if (message instanceof DocumentReady answer) {
            return answers.ready(answer);
        }
        if (message instanceof JobRefused answer) {
            return answers.refused(answer);
        }
        return message instanceof JobFailed answer ? answers.failed(answer) : Mono.empty();
    }

    @Bean
    BackgroundLoop deadLetterReader(
            ConnectionFactory connections, MediaMessages messages, Scheduler messagingScheduler, DeadLetters dead) {
        return new InboxLoop(
                MediaQueues.DEAD_LETTERS,
                connections,
                messages,
                messagingScheduler,
                message -> message instanceof MediaJob job ? dead.dead(job).then(Mono.empty()) : Mono.empty());
    }
}
