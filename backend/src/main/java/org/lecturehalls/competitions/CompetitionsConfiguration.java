package org.lecturehalls.competitions;

import static org.lecturehalls.identity.Role.ADMIN;
import static org.lecturehalls.identity.Role.JUDGE;
import static org.lecturehalls.identity.Role.LECTURER;
import static org.lecturehalls.identity.Role.PUBLICITY;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lecturehalls.identity.AccessRule;
import org.lecturehalls.identity.AccessRules;
import org.lecturehalls.media.AssetUse;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

@Configuration(proxyBeanMethods = false)
class CompetitionsConfiguration {

    private static final String CONTEST = "/api/v1/contests/{id}";
    private static final String ENTRY = CONTEST + "/entries/{entryId}";

    @Bean
    AccessRules competitionRules() {
        return () -> Stream.of(reading(), officers(), entrants(), judges())
                .flatMap(List::stream)
                .toList();
    }

    private static List<AccessRule> reading() {
        return List.of(
                AccessRule.anyone(GET, "/api/v1/contests"),
                AccessRule.anyone(GET, CONTEST),
                AccessRule.anyone(GET, CONTEST + "/ranking"),
                AccessRule.anyone(GET, CONTEST + "/bulletin"),
                AccessRule.anyone(GET, CONTEST + "/votes"),
                AccessRule.anyone(GET, CONTEST + "/ballot"),
                AccessRule.anyone(GET, CONTEST + "/ballot/{entryId}/material"),
                AccessRule.signedIn(POST, ENTRY + "/votes"),
                AccessRule.anyone(GET, "/api/v1/award-certificates/{code}"),
                AccessRule.anyone(GET, "/api/v1/award-certificates/{code}/page"),
                AccessRule.roles(GET, ENTRY + "/feedback", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(GET, ENTRY + "/certificate", LECTURER, PUBLICITY, ADMIN),
                AccessRule.roles(GET, CONTEST + "/entries", LECTURER, JUDGE, PUBLICITY, ADMIN),
                AccessRule.roles(GET, ENTRY + "/material", JUDGE, PUBLICITY, ADMIN),
                AccessRule.roles(GET, ENTRY + "/dossier", LECTURER, JUDGE, PUBLICITY, ADMIN),
                AccessRule.roles(GET, ENTRY + "/eligibility", LECTURER, PUBLICITY, ADMIN));
    }

    private static List<AccessRule> officers() {
        List<AccessRule> rules = new ArrayList<>();
        rules.add(AccessRule.roles(GET, "/api/v1/contest-rubrics", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(POST, "/api/v1/contests", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(PUT, CONTEST, PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(PUT, CONTEST + "/judges", PUBLICITY, ADMIN));
        Stream.of(
                        "open",
                        "extend",
                        "screen",
                        "start-judging",
                        "deliberate",
                        "publish",
                        "archive",
                        "revert",
                        "assignment",
                        "paper-scores",
                        "courses",
                        "promotions")
                .forEach(step -> rules.add(AccessRule.roles(POST, CONTEST + "/" + step, PUBLICITY, ADMIN)));
        Stream.of(
                        "exclude",
                        "admit",
                        "deductions",
                        "deductions/{deductionId}/lift",
                        "score-sheets/{judgeId}/reopen",
                        "judges",
                        "judges/{judgeId}/remove",
                        "dossier/notes",
                        "certificate/revoke")
                .forEach(act -> rules.add(AccessRule.roles(POST, ENTRY + "/" + act, PUBLICITY, ADMIN)));
        rules.add(AccessRule.roles(GET, ENTRY + "/conflicts", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(GET, CONTEST + "/judge-candidates", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(GET, CONTEST + "/similar-entries", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(GET, CONTEST + "/votes/bursts", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(POST, CONTEST + "/votes/void", PUBLICITY, ADMIN));
        rules.add(AccessRule.roles(GET, ENTRY + "/similar-entries/{otherId}", PUBLICITY, ADMIN));
        Stream.of("log", "replay", "assignment", "ranking/methods", "panel-report", "certificates", "score-matrix")
                .forEach(part -> rules.add(AccessRule.roles(GET, CONTEST + "/" + part, PUBLICITY, ADMIN)));
        return rules;
    }

    private static List<AccessRule> entrants() {
        return List.of(
                AccessRule.roles(POST, CONTEST + "/entries", LECTURER),
                AccessRule.roles(PUT, ENTRY, LECTURER),
                AccessRule.roles(DELETE, ENTRY, LECTURER, PUBLICITY, ADMIN));
    }

    private static List<AccessRule> judges() {
        return List.of(
                AccessRule.roles(GET, ENTRY + "/score-sheet", JUDGE),
                AccessRule.roles(PUT, ENTRY + "/score-sheet", JUDGE),
                AccessRule.roles(POST, ENTRY + "/score-sheet/submit", JUDGE),
                AccessRule.roles(POST, ENTRY + "/recusal", JUDGE));
    }

    /** What was entered must not be deleted, or a contest could not be checked afterwards. */
    @Bean
    AssetUse entriesUseAssets(ContestStore store) {
        return new AssetUse() {

            @Override
            public Mono<Boolean> uses(String assetId) {
                return store.anyWith(assetId);
            }

            /** Judges must see what was entered. */
            @Override
            public Mono<Boolean> fixes(String assetId) {
                return store.anyWith(assetId);
            }
        };
    }
}
