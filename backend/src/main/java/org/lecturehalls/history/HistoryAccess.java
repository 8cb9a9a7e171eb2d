package org.lecturehalls.history;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class HistoryAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.roles(HttpMethod.GET, "/api/v1/operations/changes", Role.PUBLICITY, Role.ADMIN));
    }
}
