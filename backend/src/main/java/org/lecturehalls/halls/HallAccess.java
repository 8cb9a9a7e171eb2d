package org.lecturehalls.halls;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;

@Component
class HallAccess implements AccessRules {

    private static final String HALLS = "/api/v1/halls";
    private static final String HALL = HALLS + "/{id}";

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.anyone(HttpMethod.GET, HALLS),
                AccessRule.anyone(HttpMethod.GET, HALL),
                AccessRule.anyone(HttpMethod.GET, HALL + "/photos"),
                AccessRule.roles(HttpMethod.PUT, HALL + "/photos", Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.GET, HALLS + "/deleted", Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.GET, HALL + "/history", Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.POST, HALLS, Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.PUT, HALL, Role.HALL_MANAGER, Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.DELETE, HALL, Role.PUBLICITY, Role.ADMIN),
                AccessRule.roles(HttpMethod.POST, HALL + "/restore", Role.PUBLICITY, Role.ADMIN));
    }
}
