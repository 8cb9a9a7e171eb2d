package org.lecturehalls.lecturers;

import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class LecturerAccess implements AccessRules {

    static final Role[] OFFICERS = {Role.PUBLICITY, Role.ADMIN};

    @Override
    public List<AccessRule> rules() {
        Stream<AccessRule> closing = Stream.of(
                AccessRule.roles(HttpMethod.POST, "/api/v1/cohorts/{id}/close", OFFICERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/cohorts/{id}/reopen", OFFICERS));
        Stream<AccessRule> personal = Stream.of(
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/lecturer"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/trainings"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/lecturers/{id}/personal-data"),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/lecturers/{id}/personal-data", OFFICERS));
        return Stream.of(
                        ofRecords("/api/v1/lecturers"),
                        ofRecords("/api/v1/teams"),
                        personal,
                        closing,
                        ofTraining("/api/v1/cohorts"),
                        ofTraining("/api/v1/cohorts/{id}/trainees"),
                        ofCertificates("/api/v1/certificates/{number}"))
                .flatMap(rules -> rules)
                .toList();
    }

    private static Stream<AccessRule> ofRecords(String all) {
        String one = all + "/{id}";
        return Stream.of(
                AccessRule.anyone(HttpMethod.GET, all),
                AccessRule.anyone(HttpMethod.GET, one),
                AccessRule.roles(HttpMethod.GET, all + "/deleted", OFFICERS),
                AccessRule.roles(HttpMethod.GET, one + "/history", OFFICERS),
                AccessRule.roles(HttpMethod.POST, all, OFFICERS),
                AccessRule.roles(HttpMethod.PUT, one, OFFICERS),
                AccessRule.roles(HttpMethod.DELETE, one, OFFICERS),
                AccessRule.roles(HttpMethod.POST, one + "/restore", OFFICERS));
    }

    private static Stream<AccessRule> ofTraining(String all) {
        return Stream.of(
                AccessRule.roles(HttpMethod.GET, all, OFFICERS),
                AccessRule.roles(HttpMethod.GET, all + "/*", OFFICERS),
                AccessRule.roles(HttpMethod.GET, all + "/*/history", OFFICERS),
                AccessRule.roles(HttpMethod.POST, all, OFFICERS),
                AccessRule.roles(HttpMethod.PUT, all + "/*", OFFICERS),
                AccessRule.roles(HttpMethod.DELETE, all + "/*", OFFICERS),
                AccessRule.roles(HttpMethod.POST, all + "/*/restore", OFFICERS));
    }

    private static Stream<AccessRule> ofCertificates(String one) {
        return Stream.of(
                AccessRule.roles(HttpMethod.GET, "/api/v1/certificates", OFFICERS),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/certificates"),
                AccessRule.signedIn(HttpMethod.GET, one),
                AccessRule.signedIn(HttpMethod.GET, one + "/pdf"),
                AccessRule.roles(HttpMethod.GET, one + "/history", OFFICERS),
                AccessRule.roles(HttpMethod.POST, one + "/revoke", OFFICERS),
                AccessRule.anyone(HttpMethod.GET, one + "/verification"),
                AccessRule.anyone(HttpMethod.GET, one + "/verification-page"));
    }
}
