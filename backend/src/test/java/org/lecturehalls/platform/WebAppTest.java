package org.lecturehalls.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class WebAppTest {

    private static final String BROWSER = "text/html,application/xhtml+xml,*/*;q=0.8";

    @Autowired
    WebTestClient client;

    @Test
    void givesTheAppForItsPages() {
        for (String page : new String[] {"/", "/courses/01abc", "/studio/uploads"}) {
            client.get()
                    .uri(page)
                    .header("Accept", BROWSER)
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .valueEquals("Cache-Control", "no-cache")
                    .expectBody(String.class)
                    .value(body -> assertThat(body).contains("<title>"));
        }
    }

    @Test
    void givesTheAppToWhoeverTakesAnything() {
        client.get().uri("/").exchange().expectStatus().isOk();
        client.get().uri("/").header("Accept", "*/*").exchange().expectStatus().isOk();
    }

    @Test
    void keepsFilesWithHashForEver() {
        client.get()
                .uri("/assets/app-1a2b3c4d.js")
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("Cache-Control", "max-age=31536000, public, immutable");
    }

    @Test
    void givesNoPageForMissingFilesAndUnknownEndpoints() {
        client.get()
                .uri("/assets/old-9f.js")
                .header("Accept", BROWSER)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/logo.png")
                .header("Accept", BROWSER)
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/courses/01abc")
                .header("Accept", "application/json")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/api/v1/none")
                .header("Accept", BROWSER)
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void sendsStrictHeaders() {
        HttpHeaders headers = client.get()
                .uri("/")
                .header("Accept", BROWSER)
                .exchange()
                .returnResult(String.class)
                .getResponseHeaders();
        assertThat(headers.getFirst("Content-Security-Policy"))
                .contains(
                        "default-src 'none'",
                        "script-src 'self';",
                        "worker-src 'self' blob:",
                        "connect-src 'self' http://")
                .doesNotContain("unsafe-eval", "*");
        assertThat(headers.getFirst("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(headers.getFirst("X-Frame-Options")).isEqualTo("SAMEORIGIN");
        assertThat(headers.getFirst("Referrer-Policy")).isEqualTo("strict-origin-when-cross-origin");
    }

    @Test
    void tellsItsHealth() {
        client.get()
                .uri("/actuator/health")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.status")
                .isEqualTo("UP");
        client.get().uri("/actuator/env").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void describesItsApi() {
        client.get().uri("/v3/api-docs").exchange().expectStatus().isOk();
        client.get()
                .uri("/docs")
                .exchange()
                .expectStatus()
                .is3xxRedirection()
                .expectHeader()
                .value(
                        "Location",
                        to -> client.get().uri(to).exchange().expectStatus().isOk());
    }

    @Test
    void carriesTheRequestIdOfTheProxy() {
        client.get()
                .uri("/api/v1/me")
                .header("X-Request-Id", "proxy-17")
                .exchange()
                .expectHeader()
                .valueEquals("X-Request-Id", "proxy-17")
                .expectBody()
                .jsonPath("$.requestId")
                .isEqualTo("proxy-17");
    }

    @Test
    void makesItsOwnRequestIdWhenTheGivenOneCouldForgeLogLines() {
        client.get()
                .uri("/api/v1/me")
                .header("X-Request-Id", "a b; c")
                .exchange()
                .expectHeader()
                .value("X-Request-Id", id -> assertThat(id).matches("[0-9a-z]{1,13}"));
    }

    @Test
    void cutsOffBodiesThatAreTooLarge() {
        client.method(HttpMethod.POST)
                .uri("/api/v1/me")
                .bodyValue(new byte[11 << 20])
                .exchange()
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("body-too-large");
    }
}
