package org.lecturehalls.learning;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class LearningConfiguration {

    @Bean
    AccessRules learningRules() {
        return () -> List.of(
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/learning"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/course-certificates"),
                AccessRule.signedIn(HttpMethod.POST, "/api/v1/me/course-certificates/{courseId}"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/course-certificates/{courseId}/pdf"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/course-certificates/{code}"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/course-certificates/{code}/page"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/progress"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/progress/{lessonId}"),
                AccessRule.signedIn(HttpMethod.PUT, "/api/v1/me/progress/{lessonId}"));
    }
}
