package org.lecturehalls.identity;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Pinyin;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Somebody who has signed in, as the sign-in last told.
 *
 * @param pinyin how the name sounds, for the search; null until the person signs in again, in those older than it
 */
@Document("people")
record KnownPerson(
        @Id String id,
        String name,
        @Nullable List<String> pinyin,
        Set<Role> roles,
        @Indexed RegionCode region,
        Instant seenAt) {

    KnownPerson {
        pinyin = pinyin == null ? null : List.copyOf(pinyin);
        roles = Set.copyOf(roles);
    }

    static KnownPerson of(CurrentUser user, Instant now) {
        return new KnownPerson(user.id(), user.name(), Pinyin.lines(user.name()), user.roles(), user.region(), now);
    }

    boolean says(CurrentUser user) {
        return pinyin != null && name.equals(user.name()) && roles.equals(user.roles()) && region.equals(user.region());
    }

    CurrentUser user() {
        return new CurrentUser(id, name, roles, region);
    }
}
