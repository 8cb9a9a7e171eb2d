package org.lecturehalls.curricula;

import java.time.Duration;
import org.lecturehalls.answers.SharedAnswer;
import org.lecturehalls.answers.SharedAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.mongodb.core.mapping.event.AbstractMongoEventListener;
import org.springframework.data.mongodb.core.mapping.event.AfterSaveEvent;

/** The catalogue is everybody's first page. */
@Configuration(proxyBeanMethods = false)
class CourseAnswers {

    private static final String LIST = "/api/v1/courses";
    private static final Duration FRESH = Duration.ofSeconds(3);

    @Bean
    SharedAnswer sharedCatalogue() {
        return SharedAnswer.forEverybody(LIST, FRESH);
    }

    /** Whoever writes a course, and from wherever. */
    @Bean
    AbstractMongoEventListener<Course> coursesChange(SharedAnswers answers) {
        return new AbstractMongoEventListener<>() {
            @Override
            public void onAfterSave(AfterSaveEvent<Course> saved) {
                answers.forget(LIST);
            }
        };
    }
}
