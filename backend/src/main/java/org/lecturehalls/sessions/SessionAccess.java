package org.lecturehalls.sessions;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.HALL_MANAGER;
import static org.lecturehalls.identity.Role.LECTURER;
import static org.lecturehalls.identity.Role.PUBLICITY;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class SessionAccess implements AccessRules {

    private static final Role[] KEEPERS = {LECTURER, HALL_MANAGER, PUBLICITY, ADMIN};
    private static final String SESSIONS = "/api/v1/sessions";
    private static final String VEHICLES = "/api/v1/vehicles";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.anyone(HttpMethod.GET, SESSIONS),
                AccessRule.anyone(HttpMethod.GET, SESSIONS + "/{id}"),
                AccessRule.roles(HttpMethod.POST, SESSIONS, KEEPERS),
                AccessRule.roles(HttpMethod.PUT, SESSIONS + "/{id}", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/cancel", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/put-back", KEEPERS),
                AccessRule.roles(HttpMethod.GET, VEHICLES, KEEPERS),
                AccessRule.roles(HttpMethod.POST, VEHICLES, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, VEHICLES + "/{id}", PUBLICITY, ADMIN));
    }
}
