package org.lecturehalls.standalone.e2e;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API as one person calls it. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final RunningPlatform platform;
    private final String token;

    private Api(RunningPlatform platform, String token) {
        this.platform = platform;
        this.token = token;
    }

    static Api anonymous(RunningPlatform platform) {
        return new Api(platform, "");
    }

    static Api as(RunningPlatform platform, String user) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create(platform.issuer() + "/protocol/openid-connect/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .timeout(TIMEOUT)
                    .POST(HttpRequest.BodyPublishers.ofString(
                            "grant_type=password&client_id=lecture-halls-cli&username=" + user
                                    + "&password=local-demo-only"))
                    .build();
            HttpResponse<String> answer =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            return new Api(
                    platform, JSON.readTree(answer.body()).path("access_token").asString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    JsonNode get(String path) {
        return ok(send("GET", path, null, Map.of()));
    }

    JsonNode post(String path, Object body) {
        return ok(send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString())));
    }

    /** Changes something that is shared: the version says what was seen. */
    JsonNode post(String path, Object body, JsonNode seen) {
        String version = "\"" + seen.path("version").asString() + "\"";
        return ok(send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", version)));
    }

    JsonNode put(String path, Object body, Map<String, String> headers) {
        return ok(send("PUT", path, body, headers));
    }

    /** The whole answer, also when it says no. */
    HttpResponse<String> send(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(platform.url() + "/api/v1" + path))
                .timeout(TIMEOUT)
                .header("Accept-Language", "en")
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(
                                        JSON.writeValueAsString(body), StandardCharsets.UTF_8));
        headers.forEach(request::header);
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    private static JsonNode ok(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new AssertionError(answer.request().method() + " " + answer.uri() + " answered " + answer.statusCode()
                    + ": " + answer.body());
        }
        return answer.body().isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer.body());
    }
}
