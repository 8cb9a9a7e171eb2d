package org.lecturehalls.curricula;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.HALL_MANAGER;
import static org.lecturehalls.identity.Role.LECTURER;
import static org.lecturehalls.identity.Role.PUBLICITY;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CurriculaConfiguration {

    @Bean
    AccessRules curriculaRules() {
        return () -> List.of(
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses/{id}"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses/{id}/lessons/{lessonId}/playback"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses/{id}/lessons/{lessonId}/offline-files"),
                AccessRule.signedIn(HttpMethod.POST, "/api/v1/courses/{id}/lessons/{lessonId}/offline-files"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses/{id}/lessons/{lessonId}/slides"),
                AccessRule.roles(
                        HttpMethod.PUT, "/api/v1/courses/{id}/lessons/{lessonId}/slides", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(
                        HttpMethod.DELETE,
                        "/api/v1/courses/{id}/lessons/{lessonId}/slides",
                        LECTURER,
                        PUBLICITY,
                        ADMIN),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/halls/{id}/offline-list"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/halls/{id}/offline-list/sha256sums"),
                AccessRule.roles(HttpMethod.POST, "/api/v1/halls/{id}/offline-list", HALL_MANAGER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/me/courses", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/courses/{id}", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/lessons", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(
                        HttpMethod.DELETE, "/api/v1/courses/{id}/lessons/{lessonId}", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/submit", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/session-lessons", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/quizzes", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(
                        HttpMethod.PUT, "/api/v1/courses/{id}/lessons/{lessonId}/quiz", LECTURER, PUBLICITY, ADMIN),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/courses/{id}/lessons/{lessonId}/quiz"),
                AccessRule.signedIn(HttpMethod.POST, "/api/v1/courses/{id}/lessons/{lessonId}/attempts"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/courses/{id}/lessons/{lessonId}/attempts"),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/courses/{id}/lesson-order", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/withdraw", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/me/courses/deleted", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/courses/{id}", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/restore", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/revision", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/courses/{id}/revision", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/courses/{id}/history", LECTURER, PUBLICITY, ADMIN),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/subject-areas"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/subject-areas/{id}"),
                AccessRule.roles(HttpMethod.GET, "/api/v1/subject-areas/deleted", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/subject-areas/{id}/history", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/subject-areas", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/subject-areas/{id}", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/subject-areas/{id}", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/subject-areas/{id}/restore", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/review/courses", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/review/replacements", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/review/replacements/{id}/playback", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/review/replacements/{id}/approve", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/review/replacements/{id}/refuse", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/publish", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/return", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/courses/{id}/archive", PUBLICITY, ADMIN));
    }
}
