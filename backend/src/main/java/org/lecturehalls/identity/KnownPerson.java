package org.lecturehalls.identity;

import java.time.Instant;
import java.util.Set;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** Somebody who has signed in, as the sign-in last told. */
@Document("people")
record KnownPerson(
        @Id String id,
        String name,
        Set<Role> roles,
        @Indexed RegionCode region,
        Instant seenAt) {

    KnownPerson {
        roles = Set.copyOf(roles);
    }

    static KnownPerson of(CurrentUser user, Instant now) {
        return new KnownPerson(user.id(), user.name(), user.roles(), user.region(), now);
    }

    boolean says(CurrentUser user) {
        return name.equals(user.name()) && roles.equals(user.roles()) && region.equals(user.region());
    }

    CurrentUser user() {
        return new CurrentUser(id, name, roles, region);
    }
}
