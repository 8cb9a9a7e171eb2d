package org.lecturehalls.media;

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
class MediaAccess implements AccessRules {

    private static final Role[] UPLOADERS = {LECTURER, HALL_MANAGER, PUBLICITY, ADMIN};

    private static final Role[] OFFICERS = {PUBLICITY, ADMIN};

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.roles(HttpMethod.POST, "/api/v1/uploads/**", UPLOADERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/uploads/**", UPLOADERS),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/uploads/*", UPLOADERS),
                AccessRule.signedIn(HttpMethod.GET, "/api/v1/media-assets/**"),
                AccessRule.roles(HttpMethod.POST, "/api/v1/media-assets/*/retry", UPLOADERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/media-assets/*/encode-again", UPLOADERS),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/media-assets/*", UPLOADERS),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/media-assets/*/poster", UPLOADERS),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/media-assets/*/chapters", UPLOADERS),
                AccessRule.roles(HttpMethod.PUT, "/api/v1/media-assets/*/captions/*", UPLOADERS),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/media-assets/*/captions/*", UPLOADERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/operations/media-jobs/**", OFFICERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/operations/media-jobs/*/retry", OFFICERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/me/storage", UPLOADERS),
                AccessRule.roles(HttpMethod.GET, "/api/v1/operations/storage/**", OFFICERS),
                AccessRule.roles(HttpMethod.POST, "/api/v1/operations/storage/rebuild", ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/operations/orphans/**", ADMIN),
                AccessRule.roles(HttpMethod.POST, "/api/v1/operations/orphans/sweep", ADMIN),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/operations/orphans/*", ADMIN),
                AccessRule.roles(HttpMethod.GET, "/api/v1/operations/dead-letters", OFFICERS),
                AccessRule.roles(HttpMethod.DELETE, "/api/v1/operations/dead-letters/*", OFFICERS),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/media-assets/*/links"),
                AccessRule.anyone(HttpMethod.GET, "/api/v1/playback/**"));
    }
}
