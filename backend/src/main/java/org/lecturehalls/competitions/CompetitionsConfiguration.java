package org.lecturehalls.competitions;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.JUDGE;
import static org.lecturehalls.identity.Role.LECTURER;
import static org.lecturehalls.identity.Role.PUBLICITY;

import java.util.List;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.media.AssetUse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

@Configuration(proxyBeanMethods = false)
class CompetitionsConfiguration {

    private static final String CONTEST = "/api/v1/contests/{id}";
    private static final String ENTRY = CONTEST + "/entries/{entryId}";

    @Bean
    AccessRules competitionRules() {
        return () -> List.of(
                AccessRule.anyone(HttpMethod.GET, "/api/v1/contests"),
                AccessRule.anyone(HttpMethod.GET, CONTEST),
                AccessRule.anyone(HttpMethod.GET, CONTEST + "/ranking"),
                AccessRule.roles(HttpMethod.POST, "/api/v1/contests", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, CONTEST, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.PUT, CONTEST + "/judges", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, CONTEST + "/open", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, CONTEST + "/start-judging", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, CONTEST + "/publish", PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.POST, CONTEST + "/entries", LECTURER),
                AccessRule.roles(HttpMethod.GET, CONTEST + "/entries", LECTURER, JUDGE, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.DELETE, ENTRY, LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, ENTRY + "/material", JUDGE, PUBLICITY, ADMIN),
                AccessRule.roles(HttpMethod.GET, ENTRY + "/score-sheet", JUDGE),
                AccessRule.roles(HttpMethod.PUT, ENTRY + "/score-sheet", JUDGE),
                AccessRule.roles(HttpMethod.POST, ENTRY + "/score-sheet/submit", JUDGE));
    }

    /** What was entered must not be deleted, or a contest could not be checked afterwards. */
    @Bean
    AssetUse entriesUseAssets(ContestStore store) {
        return store::anyWith;
    }
}
