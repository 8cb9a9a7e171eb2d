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

    private static final Role[] OFFICERS = {Role.PUBLICITY, Role.ADMIN};

    @Override
    public List<AccessRule> rules() {
        Stream<AccessRule> personal = Stream.of(
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/lecturers/{id}/personal-data"),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/lecturers/{id}/personal-data", OFFICERS));
        return Stream.of(ofRecords("/api/v1/lecturers"), ofRecords("/api/v1/teams"), personal)
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
}
