package org.lecturehalls.identity;

import java.util.Set;
import java.util.stream.Stream;
import org.lecturehalls.regions.RegionCode;

/**
 * The person who sent the request. A controller method that takes one gets it; for an endpoint that anyone may use, the
 * parameter is {@code @Nullable} and null for a visitor who is not signed in.
 *
 * @param id stable, opaque
 * @param name for people to read
 * @param roles may be empty
 * @param region where the person may act, everything inside included
 */
public record CurrentUser(String id, String name, Set<Role> roles, RegionCode region) {

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** The same person elsewhere. */
    CurrentUser in(RegionCode other) {
        return region.equals(other) ? this : new CurrentUser(id, name, roles, other);
    }

    /** Whether the person has at least one of the roles. */
    public boolean has(Role... wanted) {
        return Stream.of(wanted).anyMatch(roles::contains);
    }

    /** Whether records of this region are inside the person's scope. */
    public boolean mayActIn(RegionCode other) {
        return region.contains(other);
    }

    /** Whether the person has one of the roles and the region is inside the person's scope. */
    public boolean actsAs(RegionCode where, Role... wanted) {
        return has(wanted) && mayActIn(where);
    }
}
