package org.lecturehalls.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a person is on the platform; a person may be several things at once. */
public enum Role {
    VILLAGER,
    LECTURER,
    HALL_MANAGER,
    JUDGE,
    PUBLICITY,
    ADMIN;

    /** The name of the realm role, for example {@code hall-manager}. */
    public String realmName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Role> ofRealmName(String realmName) {
        return Stream.of(values())
                .filter(role -> role.realmName().equals(realmName))
                .findFirst();
    }
}
