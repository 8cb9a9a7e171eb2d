package org.lecturehalls.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class SignInTest {

    private static final Set<Role> LECTURER = Set.of(Role.LECTURER);

    @Autowired
    WebTestClient client;

    @Test
    void tellsWhoTheCallerIs() {
        client.get()
                .uri("/api/v1/me")
                .headers(TestTokens.as(Set.of(Role.LECTURER, Role.HALL_MANAGER), "451022", "ann"))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .json("""
                        {"id":"ann","name":"Name of ann","roles":["LECTURER","HALL_MANAGER"],"region":"451022"}""");
    }

    @Test
    void asksVisitorsToSignIn() {
        client.get()
                .uri("/api/v1/me")
                .header("Accept-Language", "en-GB,zh;q=0.5")
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectHeader()
                .valueEquals("WWW-Authenticate", "Bearer")
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("sign-in-required")
                .jsonPath("$.title")
                .isEqualTo("Sign in first");
    }

    @Test
    void tellsVisitorsWhereToSignIn() {
        client.get()
                .uri("/api/v1/configuration")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.clientId")
                .isEqualTo("lecture-halls-web")
                .jsonPath("$.limits.videoBytes")
                .isEqualTo(8L << 30);
    }

    @Test
    void refusesTokensThatAreNotForUs() {
        expectRefused(TestTokens.sign(good().audience(List.of("account"))));
        expectRefused(TestTokens.sign(good().audience((String) null)));
        expectRefused(TestTokens.sign(good().issuer("http://elsewhere/realms/lecture-halls")));
        expectRefused(
                TestTokens.sign(good().expirationTime(Date.from(Instant.now().minusSeconds(120)))));
        expectRefused(TestTokens.sign(good().claim("region", null)));
        expectRefused(TestTokens.sign(good().claim("region", "45x")));
        expectRefused(TestTokens.sign(good().subject(null)));
        expectRefused(TestTokens.forge(good()));
        expectRefused("not.a.token");
    }

    @Test
    void deniesWhatNoRuleNames() {
        client.get()
                .uri("/api/v1/no-such-thing")
                .headers(TestTokens.as(Role.ADMIN, "45", "root"))
                .exchange()
                .expectStatus()
                .isForbidden();
        client.post().uri("/actuator/shutdown").exchange().expectStatus().isUnauthorized();
    }

    private static JWTClaimsSet.Builder good() {
        return TestTokens.claims(LECTURER, "451022", "ann");
    }

    private void expectRefused(String token) {
        client.get()
                .uri("/api/v1/me")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isUnauthorized()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("invalid-token");
    }
}
