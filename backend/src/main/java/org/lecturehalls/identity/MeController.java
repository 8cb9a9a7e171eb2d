package org.lecturehalls.identity;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Who the caller is. */
@RestController
class MeController {

    private final People people;

    MeController(People people) {
        this.people = people;
    }

    /** Each app asks this when somebody has signed in. */
    @GetMapping("/api/v1/me")
    Mono<Me> me(CurrentUser user) {
        return people.seen(user).thenReturn(Me.of(user));
    }

    record Me(String id, String name, List<Role> roles, String region) {

        static Me of(CurrentUser user) {
            return new Me(
                    user.id(),
                    user.name(),
                    user.roles().stream().sorted().toList(),
                    user.region().value());
        }
    }
}
