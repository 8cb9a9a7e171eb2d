package org.lecturehalls.statistics;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.HALL_MANAGER;
import static org.lecturehalls.identity.Role.PUBLICITY;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class StatisticsAccess implements AccessRules {

    private static final Role[] READERS = {HALL_MANAGER, PUBLICITY, ADMIN};
    static final String STATISTICS = "/api/v1/statistics";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.anyone(HttpMethod.GET, STATISTICS + "/summary"),
                AccessRule.roles(HttpMethod.GET, STATISTICS + "/months", READERS),
                AccessRule.roles(HttpMethod.GET, STATISTICS + "/counties", READERS),
                AccessRule.roles(HttpMethod.GET, STATISTICS + "/breakdown", READERS),
                AccessRule.roles(HttpMethod.GET, STATISTICS + "/behind", READERS),
                AccessRule.roles(HttpMethod.GET, STATISTICS + "/events", READERS),
                AccessRule.roles(HttpMethod.POST, STATISTICS + "/rebuild", ADMIN));
    }
}
