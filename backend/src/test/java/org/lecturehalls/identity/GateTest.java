package org.lecturehalls.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lecturehalls.regions.RegionCode;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.server.authorization.AuthorizationContext;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class GateTest {

    private static final Authentication VILLAGER =
            new SignedIn(new CurrentUser("v", "v", Set.of(Role.VILLAGER), new RegionCode("451022")), null);

    private final Gate gate = new Gate(List.of(
            () -> List.of(
                    AccessRule.roles(HttpMethod.GET, "/api/v1/halls/**", Role.ADMIN),
                    AccessRule.signedIn(HttpMethod.GET, "/api/v1/halls/{id}"),
                    AccessRule.anyone(HttpMethod.GET, "/api/v1/halls")),
            () -> List.of(
                    AccessRule.roles(HttpMethod.POST, "/api/v1/halls", Role.VILLAGER),
                    AccessRule.anyone(HttpMethod.GET, "/health/**"))));

    @ParameterizedTest(name = "{0} {1}: visitor {2}, villager {3}")
    @CsvSource({
        "GET, /api/v1/halls, true, true",
        "HEAD, /api/v1/halls, true, true",
        "GET, /api/v1/%68alls, true, true",
        "GET, /api/v1/halls/7, false, true",
        "GET, /api/v1/halls/7/secret, false, false",
        "POST, /api/v1/halls, false, true",
        "PUT, /api/v1/halls, false, false",
        "DELETE, /api/v1/halls/7, false, false",
        "GET, /api/v1/hallsofjustice, false, false",
        "GET, /api/v1, false, false",
        "GET, /, false, false",
        "GET, /health, true, true",
        "GET, /health/live/now, true, true",
        "POST, /health, false, false"
    })
    void letsInWhomTheMostSpecificRuleNames(String method, String path, boolean visitor, boolean villager) {
        AuthorizationContext asked = new AuthorizationContext(
                MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.valueOf(method), URI.create(path))));

        assertAllowed(gate.authorize(Mono.empty(), asked), visitor);
        assertAllowed(gate.authorize(Mono.just(VILLAGER), asked), villager);
        assertThat(gate.admits(VILLAGER, asked.getExchange().getRequest())).isEqualTo(villager);
    }

    private static void assertAllowed(Mono<AuthorizationResult> decision, boolean allowed) {
        StepVerifier.create(decision.map(AuthorizationResult::isGranted))
                .expectNext(allowed)
                .verifyComplete();
    }
}
