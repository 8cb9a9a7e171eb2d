package org.lecturehalls.notices;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.PUBLICITY;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.media.AssetUse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    private static final String NOTICES = "/api/v1/notices";
    private static final String NOTICE = NOTICES + "/{id}";
    private static final String OWN = "/api/v1/me/notices";

    @Bean
    AccessRules noticeRules() {
        return () -> List.of(
                AccessRule.roles(HttpMethod.GET, NOTICES, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, NOTICES, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, NOTICE, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, NOTICE + "/revoke", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, NOTICE + "/receipts", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, NOTICE + "/receipts/export", PUBLICITY, ADMIN),
                AccessRule.signedIn(HttpMethod.GET, NOTICE + "/attachments/{assetId}"),
                AccessRule.signedIn(HttpMethod.GET, OWN),
                AccessRule.signedIn(HttpMethod.GET, OWN + "/count"),
                AccessRule.signedIn(HttpMethod.GET, OWN + "/events"),
                AccessRule.signedIn(HttpMethod.GET, OWN + "/{id}"),
                AccessRule.signedIn(HttpMethod.POST, OWN + "/{id}/read"),
                AccessRule.signedIn(HttpMethod.POST, OWN + "/{id}/confirm"));
    }

    @Bean
    AssetUse noticesUseAssets(NoticeStore notices) {
        return notices::attaches;
    }
}
