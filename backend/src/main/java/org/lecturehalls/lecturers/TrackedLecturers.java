package org.lecturehalls.lecturers;

import org.lecturehalls.history.TrackedKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Changes of lecturers, teams and what belongs to training can be searched. */
@Configuration(proxyBeanMethods = false)
class TrackedLecturers {

    @Bean
    TrackedKind lecturerChanges() {
        return TrackedKind.of("lecturers", Lecturer.class, "name");
    }

    @Bean
    TrackedKind teamChanges() {
        return TrackedKind.of("teams", Team.class, "name");
    }

    @Bean
    TrackedKind cohortChanges() {
        return TrackedKind.of("cohorts", Cohort.class, "name");
    }

    @Bean
    TrackedKind traineeChanges() {
        return TrackedKind.of("trainees", Trainee.class, null);
    }

    @Bean
    TrackedKind certificateChanges() {
        return TrackedKind.of("certificates", Certificate.class, "_id");
    }
}
