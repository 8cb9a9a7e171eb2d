package org.lecturehalls.identity;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** People to choose from, for officers. */
@RestController
@Tag(name = "people")
class PeopleController {

    private final People people;

    PeopleController(People people) {
        this.people = people;
    }

    @Operation(
            operationId = "listPeople",
            summary = "Judges who have signed in and can be asked by an officer of one's region")
    @GetMapping("/api/v1/people")
    Mono<Page<PersonView>> list(
            CurrentUser user,
            @RequestParam(defaultValue = "JUDGE") PersonRole role,
            @Parameter(description = "Part of the name, as it is written or in pinyin", example = "wei")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return people.within(user.region(), role.role, q, PageQuery.of(after, limit))
                .map(page -> page.map(PersonView::of));
    }

    /** Whom officers may look up; nobody lists the villagers. */
    enum PersonRole {
        JUDGE(Role.JUDGE);

        private final Role role;

        PersonRole(Role role) {
            this.role = role;
        }
    }

    /** Somebody who has signed in. */
    @Schema(name = "Person")
    record PersonView(String id, String name, RegionCode region) {

        static PersonView of(CurrentUser person) {
            return new PersonView(person.id(), person.name(), person.region());
        }
    }

    /** Who may look. */
    @Configuration(proxyBeanMethods = false)
    static class Access {

        @Bean
        AccessRules peopleRules() {
            return () -> List.of(AccessRule.roles(HttpMethod.GET, "/api/v1/people", Role.PUBLICITY, Role.ADMIN));
        }
    }
}
