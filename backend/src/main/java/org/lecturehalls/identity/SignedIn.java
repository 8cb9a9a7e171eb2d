package org.lecturehalls.identity;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** What Spring Security holds of a signed-in person. The token itself is not kept. */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient CurrentUser user;
    private final transient @Nullable Instant until;

    /** @param until when the token runs out */
    SignedIn(CurrentUser user, @Nullable Instant until) {
        super(authorities(user));
        this.user = user;
        this.until = until;
        setAuthenticated(true);
    }

    private static List<GrantedAuthority> authorities(CurrentUser user) {
        return user.roles().stream()
                .map(role -> (GrantedAuthority) new SimpleGrantedAuthority(role.name()))
                .toList();
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public CurrentUser getPrincipal() {
        return user;
    }

    boolean isGoodAt(Instant moment) {
        return until == null || moment.isBefore(until);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that && user.equals(that.user);
    }

    @Override
    public int hashCode() {
        return Objects.hashCode(user);
    }
}
