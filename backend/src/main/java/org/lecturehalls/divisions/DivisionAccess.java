package org.lecturehalls.divisions;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class DivisionAccess implements AccessRules {

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.anyone(HttpMethod.GET, "/api/v1/regions/**"));
    }
}
