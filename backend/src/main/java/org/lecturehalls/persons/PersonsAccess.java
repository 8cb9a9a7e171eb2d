package org.lecturehalls.persons;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class PersonsAccess implements AccessRules {

    private static final String ERASURE = "/api/v1/me/erasure";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/personal-data"),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/personal-data/text"),
                AccessRule.signedIn(HttpMethod.GET, ERASURE),
                AccessRule.signedIn(HttpMethod.POST, ERASURE),
                AccessRule.signedIn(HttpMethod.DELETE, ERASURE),
                AccessRule.roles(HttpMethod.GET, "/api/v1/erasures", Role.ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/erasures/{id}/confirm", Role.ADMIN));
    }
}
