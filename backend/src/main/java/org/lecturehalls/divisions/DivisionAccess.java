package org.lecturehalls.divisions;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class DivisionAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.roles(HttpMethod.GET, "/api/v1/regions/{code}/history", Role.PUBLICITY, Role.ADMIN),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/regions"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/regions/{code}"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/regions/{code}/children"));
    }
}
