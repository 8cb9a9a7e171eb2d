package org.lecturehalls.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.storage.ObjectStore;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
class ImportCleanupTest {

    @Autowired
    WebTestClient client;

    @Autowired
    ImportCleanup cleanup;

    @Autowired
    ObjectStore store;

    @Autowired
    TestClock clock;

    @Test
    void removesImportsAndTheirFilesAfterAMonth() {
        String user = "u-cleanup";
        String id = send(user);
        ended(user, id);

        cleanup.removeOld().block();
        assertThat(exists(user, id)).isTrue();

        clock.advance(ImportCleanup.KEPT.plus(Duration.ofMinutes(5)));
        cleanup.removeOld().block();

        assertThat(exists(user, id)).isFalse();
        assertThat(store.get(ImportRun.sourceKey(id), 1_000).blockOptional()).isEmpty();
    }

    private String send(String user) {
        byte[] body = client.post()
                .uri("/api/v1/imports?list=halls&fileName=halls.csv")
                .headers(TestTokens.as(Role.PUBLICITY, "451022", user))
                .contentType(new MediaType("text", "csv"))
                .bodyValue("number,name\n1,坏行\n")
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JsonMapper.shared().readTree(body).get("id").asString();
    }

    /** The stream of its progress ends when it does. */
    private void ended(String user, String id) {
        assertThat(get(user, id + "/events")).contains("\"REFUSED\"");
    }

    private boolean exists(String user, String id) {
        return get(user, id).contains(id);
    }

    private String get(String user, String id) {
        return client.get()
                .uri("/api/v1/imports/" + id)
                .headers(TestTokens.as(Role.PUBLICITY, "451022", user))
                .exchange()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }
}
