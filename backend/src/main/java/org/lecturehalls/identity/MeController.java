package org.lecturehalls.identity;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
class MeController {

    @GetMapping("/api/v1/me")
    Me me(CurrentUser user) {
        return new Me(
                user.id(),
                user.name(),
                user.roles().stream().sorted().toList(),
                user.region().value());
    }

    record Me(String id, String name, List<Role> roles, String region) {}
}
