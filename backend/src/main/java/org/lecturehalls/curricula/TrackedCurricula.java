package org.lecturehalls.curricula;

import org.lecturehalls.history.TrackedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Changes of courses and subject areas can be searched. */
@Configuration(proxyBeanMethods = false)
class TrackedCurricula {

    @Bean
    TrackedKind courseChanges() {
        return new TrackedKind("courses", Course.class, "latest", "region", "description.title");
    }

    @Bean
    TrackedKind subjectAreaChanges() {
        return new TrackedKind("subject-areas", SubjectArea.class, "revision", null, "nameZh");
    }
}
