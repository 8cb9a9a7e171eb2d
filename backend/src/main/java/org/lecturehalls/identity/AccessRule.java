package org.lecturehalls.identity;

import java.util.List;
import java.util.Set;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * Who may use some endpoints. This is the outer gate; whether somebody may see or change one certain record is for the
 * capability to decide.
 *
 * @param method the method
 * @param path pattern of the whole path, for example {@code /api/v1/courses/**}
 * @param requirement what is asked of the caller
 * @param roles of which one is needed; empty unless the requirement is {@code ROLE}
 */
public record AccessRule(HttpMethod method, PathPattern path, Requirement requirement, Set<Role> roles) {

    /** What is asked of a caller. */
    public enum Requirement {
        NOTHING,
        SIGNED_IN,
        ROLE
    }

    public static AccessRule anyone(HttpMethod method, String path) {
        return new AccessRule(method, parse(path), Requirement.NOTHING, Set.of());
    }

    public static AccessRule signedIn(HttpMethod method, String path) {
        return new AccessRule(method, parse(path), Requirement.SIGNED_IN, Set.of());
    }

    public static AccessRule roles(HttpMethod method, String path, Role... roles) {
        if (roles.length == 0) {
            throw new IllegalArgumentException("A rule without roles would let nobody in: " + path);
        }
        return new AccessRule(method, parse(path), Requirement.ROLE, Set.copyOf(List.of(roles)));
    }

    private static PathPattern parse(String path) {
        return PathPatternParser.defaultInstance.parse(path);
    }
}
