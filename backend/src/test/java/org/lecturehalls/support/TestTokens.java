package org.lecturehalls.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.lecturehalls.identity.Role;
import org.springframework.http.HttpHeaders;

/** Access tokens as Keycloak makes them, for anybody. */
public final class TestTokens {

    private static final RSAKey KEY = newKey();

    private TestTokens() {}

    /** For {@code client.get().uri(…).headers(TestTokens.as(LECTURER, "451022", "ann"))}. */
    public static Consumer<HttpHeaders> as(Role role, String region, String userId) {
        return as(Set.of(role), region, userId);
    }

    public static Consumer<HttpHeaders> as(Set<Role> roles, String region, String userId) {
        return headers -> headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + sign(claims(roles, region, userId), KEY));
    }

    /** The value of the {@code Authorization} header. */
    public static String bearer(Role role, String region, String userId) {
        return "Bearer " + sign(claims(Set.of(role), region, userId), KEY);
    }

    /** Claims of a good token, for tests that spoil some. */
    public static JWTClaimsSet.Builder claims(Set<Role> roles, String region, String userId) {
        Instant now = Instant.now();
        List<String> names = roles.stream().map(Role::realmName).collect(Collectors.toList());
        names.add("default-roles-lecture-halls");
        return new JWTClaimsSet.Builder()
                .issuer(EmbeddedParts.issuer())
                .audience(List.of("lecture-halls-api"))
                .subject(userId)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(10))))
                .claim("preferred_username", userId)
                .claim("name", "Name of " + userId)
                .claim("region", region)
                .claim("realm_access", Map.of("roles", names));
    }

    /** A token of these claims, signed by the realm's key. */
    public static String sign(JWTClaimsSet.Builder claims) {
        return sign(claims, KEY);
    }

    /** A token that somebody else signed under the name of the realm's key. */
    public static String forge(JWTClaimsSet.Builder claims) {
        return sign(claims, newKey());
    }

    static String publicKeys() {
        return new JWKSet(KEY).toPublicJWKSet().toString();
    }

    private static String sign(JWTClaimsSet.Builder claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.build());
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID("test-key").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
