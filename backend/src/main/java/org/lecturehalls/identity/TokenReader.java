package org.lecturehalls.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import reactor.core.publisher.Mono;

/** Keycloak's access token to the person it stands for. */
class TokenReader implements Converter<Jwt, Mono<AbstractAuthenticationToken>> {

    private final RegionClaims regions;

    TokenReader(RegionClaims regions) {
        this.regions = regions;
    }

    @Override
    public Mono<AbstractAuthenticationToken> convert(Jwt token) {
        return Mono.fromSupplier(() -> read(token))
                .flatMap(user -> regions.present(user.region()).map(user::in))
                .map(user -> new SignedIn(user, token.getExpiresAt()));
    }

    private static CurrentUser read(Jwt token) {
        String id = token.getSubject();
        if (id == null || id.isBlank()) {
            throw new InvalidBearerTokenException("The token names nobody");
        }
        return new CurrentUser(id, name(token, id), roles(token), region(token));
    }

    private static String name(Jwt token, String id) {
        return Optional.ofNullable(token.getClaimAsString("name"))
                .filter(name -> !name.isBlank())
                .or(() -> Optional.ofNullable(token.getClaimAsString("preferred_username")))
                .orElse(id);
    }

    /** Roles that are not ours (each Keycloak realm has some) say nothing here. */
    private static Set<Role> roles(Jwt token) {
        Map<String, Object> access = token.getClaimAsMap("realm_access");
        Object names = access == null ? null : access.get("roles");
        Collection<?> list = names instanceof Collection<?> c ? c : List.of();
        return list.stream()
                .flatMap(name -> Role.ofRealmName(String.valueOf(name)).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static RegionCode region(Jwt token) {
        @Nullable String code = token.getClaimAsString("region");
        try {
            return new RegionCode(code == null ? "" : code);
        } catch (IllegalArgumentException e) {
            throw new InvalidBearerTokenException("The token has no region that is one");
        }
    }
}
