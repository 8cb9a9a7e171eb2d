package org.lecturehalls.campaigns;

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
class CampaignAccess implements AccessRules {

    private static final Role[] READERS = {LECTURER, HALL_MANAGER, PUBLICITY, ADMIN};
    private static final Role[] KEEPERS = {HALL_MANAGER, PUBLICITY, ADMIN};
    private static final Role[] OFFICERS = {PUBLICITY, ADMIN};
    private static final String CAMPAIGNS = "/api/v1/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/{id}";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.roles(HttpMethod.GET, CAMPAIGNS, READERS),
                AccessRule.roles(HttpMethod.GET, CAMPAIGN, READERS),
                AccessRule.roles(HttpMethod.POST, CAMPAIGNS, OFFICERS),
                AccessRule.roles(HttpMethod.PUT, CAMPAIGN, OFFICERS),
                AccessRule.roles(HttpMethod.DELETE, CAMPAIGN, OFFICERS),
                AccessRule.roles(HttpMethod.POST, CAMPAIGN + "/start", OFFICERS),
                AccessRule.roles(HttpMethod.POST, CAMPAIGN + "/end", OFFICERS),
                AccessRule.roles(HttpMethod.POST, CAMPAIGN + "/recount", OFFICERS),
                AccessRule.roles(HttpMethod.GET, CAMPAIGN + "/progress", READERS),
                AccessRule.roles(HttpMethod.GET, CAMPAIGN + "/sessions", KEEPERS),
                AccessRule.roles(HttpMethod.GET, CAMPAIGN + "/export", KEEPERS),
                AccessRule.roles(HttpMethod.GET, CAMPAIGN + "/sessions/export", KEEPERS));
    }
}
