package org.lecturehalls.sessions;

import java.time.Duration;
import org.lecturehalls.answers.SharedAnswer;
import org.lecturehalls.answers.SharedAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** What is on at a hall is asked by all of its village at once. */
@Configuration(proxyBeanMethods = false)
class SessionAnswers {

    private static final String LIST = "/api/v1/sessions";
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final SharedAnswers answers;

    SessionAnswers(SharedAnswers answers) {
        this.answers = answers;
    }

    @Bean
    static SharedAnswer sharedSessions() {
        return SharedAnswer.forEverybody(LIST, FRESH);
    }

    @EventListener
    void on(ScheduleChanged event) {
        answers.forget(LIST);
    }
}
