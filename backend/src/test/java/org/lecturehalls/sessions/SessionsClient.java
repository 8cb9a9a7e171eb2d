package org.lecturehalls.sessions;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Says what tests of sessions say often. */
@TestComponent
public class SessionsClient {

    public static final Instant TOMORROW =
            Instant.now().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(24 + 6));

    @Autowired
    WebTestClient client;

    /** Somebody in particular. */
    public record Person(Role role, String region, String id) {}

    public static Map<String, Object> lecture(String hall, String lecturer, Instant start) {
        var body = new HashMap<String, Object>();
        body.put("title", "乡村振兴");
        body.put("hallId", hall);
        body.put("lecturerIds", List.of(lecturer));
        body.put("subject", "farming-skills");
        body.put("format", "LECTURE");
        body.put("audience", "VILLAGERS");
        body.put("expectedAudience", 60);
        body.put("startsAt", start.toString());
        body.put("endsAt", start.plus(Duration.ofMinutes(90)).toString());
        return body;
    }

    public ResponseSpec get(String path, Object... values) {
        return client.get().uri("/api/v1" + path, values).exchange();
    }

    public ResponseSpec get(Person person, String path, Object... values) {
        return client.get()
                .uri("/api/v1" + path, values)
                .headers(TestTokens.as(person.role(), person.region(), person.id()))
                .exchange();
    }

    public ResponseSpec delete(Person person, String path) {
        return client.delete()
                .uri("/api/v1" + path)
                .headers(TestTokens.as(person.role(), person.region(), person.id()))
                .exchange();
    }

    public ResponseSpec post(Person person, String path, Object body) {
        return send(HttpMethod.POST, person, path, null, body);
    }

    public ResponseSpec post(Person person, String path, long version, Object body) {
        return send(HttpMethod.POST, person, path, version, body);
    }

    public ResponseSpec put(Person person, String path, Long version, Object body) {
        return send(HttpMethod.PUT, person, path, version, body);
    }

    /** A session that was planned. */
    public Planned plan(Person person, Map<String, Object> lecture) {
        return planned(post(person, "/sessions", lecture).expectStatus().isCreated());
    }

    public record Planned(String id, int sequence, long version, Instant startsAt) {}

    public static Planned planned(ResponseSpec response) {
        return response.expectBody(Planned.class).returnResult().getResponseBody();
    }

    private ResponseSpec send(HttpMethod method, Person person, String path, Long version, Object body) {
        return client.method(method)
                .uri("/api/v1" + path)
                .headers(TestTokens.as(person.role(), person.region(), person.id()))
                .headers(headers -> {
                    if (version != null) {
                        headers.setIfMatch("\"" + version + "\"");
                    }
                })
                .bodyValue(body)
                .exchange();
    }
}
