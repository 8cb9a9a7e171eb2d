package org.lecturehalls.exchange;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

/** The roles that each list asks for stand with the list; these are the roles that any list asks for. */
@Component
class ExchangeAccess implements AccessRules {

    private static final Role[] OFFICERS = {Role.PUBLICITY, Role.ADMIN};

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.roles(HttpMethod.GET, "/api/v1/exports/{list}", OFFICERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/imports", OFFICERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/imports/**", OFFICERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/imports/{id}/apply", OFFICERS));
    }
}
