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
    private static final String SERIES = "/api/v1/series";
    private static final String REQUESTS = "/api/v1/requests";
    private static final String FEEDS = "/api/v1/feeds";
    private static final String VEHICLES = "/api/v1/vehicles";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.anyone(HttpMethod.GET, SESSIONS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/session-rules", KEEPERS),
                AccessRule.anyone(HttpMethod.GET, SESSIONS + "/{id}"),
                AccessRule.roles(HttpMethod.POST, SESSIONS, KEEPERS),
                AccessRule.roles(HttpMethod.PUT, SESSIONS + "/{id}", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/cancel", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/put-back", KEEPERS),
                AccessRule.anyone(HttpMethod.GET, SERIES + "/{id}"),
                AccessRule.roles(HttpMethod.POST, SERIES, KEEPERS),
                AccessRule.roles(HttpMethod.POST, SERIES + "/{id}/occurrences/{day}/skip", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SERIES + "/{id}/occurrences/{day}/move", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SERIES + "/{id}/occurrences/{day}/put-back", KEEPERS),
                AccessRule.anyone(HttpMethod.GET, SESSIONS + "/{id}/record"),
                AccessRule.roles(HttpMethod.GET, "/api/v1/session-records/due", HALL_MANAGER, PUBLICITY, ADMIN),
                AccessRule.signedIn(HttpMethod.GET, REQUESTS),
                AccessRule.signedIn(HttpMethod.GET, REQUESTS + "/{id}"),
                AccessRule.roles(HttpMethod.GET, REQUESTS + "/{id}/displaced", KEEPERS),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/me/requests"),
                AccessRule.signedIn(HttpMethod.POST, REQUESTS),
                AccessRule.signedIn(HttpMethod.POST, REQUESTS + "/{id}/second"),
                AccessRule.roles(HttpMethod.POST, REQUESTS + "/{id}/assign", KEEPERS),
                AccessRule.roles(HttpMethod.POST, REQUESTS + "/{id}/decline", HALL_MANAGER, PUBLICITY, ADMIN),
                AccessRule.signedIn(HttpMethod.GET, FEEDS),
                AccessRule.signedIn(HttpMethod.POST, FEEDS),
                AccessRule.signedIn(HttpMethod.DELETE, FEEDS + "/{id}"),
                AccessRule.anyone(HttpMethod.GET, FEEDS + "/{secret}"),
                AccessRule.signedIn(HttpMethod.POST, "/api/v1/check-ins"),
                AccessRule.roles(HttpMethod.GET, SESSIONS + "/{id}/check-in-code", KEEPERS),
                AccessRule.roles(HttpMethod.GET, SESSIONS + "/{id}/attendance", KEEPERS),
                AccessRule.roles(HttpMethod.GET, SESSIONS + "/{id}/attendance/export", KEEPERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/attendance/export", HALL_MANAGER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/roster", KEEPERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/attendance/rosters", KEEPERS),
                AccessRule.roles(HttpMethod.PUT, SESSIONS + "/{id}/head-count", KEEPERS),
                AccessRule.roles(HttpMethod.POST, SESSIONS + "/{id}/corrections", KEEPERS),
                AccessRule.roles(HttpMethod.PUT, SESSIONS + "/{id}/record", KEEPERS),
                AccessRule.signedIn(HttpMethod.PUT, SESSIONS + "/{id}/rating"),
                AccessRule.roles(HttpMethod.GET, VEHICLES, KEEPERS),
                AccessRule.roles(HttpMethod.POST, VEHICLES, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, VEHICLES + "/{id}", PUBLICITY, ADMIN));
    }
}
