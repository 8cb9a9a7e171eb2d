package org.lecturehalls.support;

import java.util.Set;
import java.util.function.Consumer;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who uses the API: {@code lecturer.post("/courses", "{…}")}. Paths are below {@code /api/v1}. */
public final class Caller {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final WebTestClient client;
    private final String id;
    private final Consumer<HttpHeaders> token;

    private Caller(WebTestClient client, String id, Consumer<HttpHeaders> token) {
        this.client = client.mutate().filter(Caller::readWhole).build();
        this.id = id;
        this.token = token;
    }

    /** A new person. */
    public static Caller of(WebTestClient client, String region, Role... roles) {
        String id = "u" + Ids.next();
        return new Caller(client, id, TestTokens.as(Set.of(roles), region, id));
    }

    /** Somebody whose token is known. */
    public static Caller of(WebTestClient client, String id, Consumer<HttpHeaders> token) {
        return new Caller(client, id, token);
    }

    /** Nobody in particular. */
    public static Caller visitor(WebTestClient client) {
        return new Caller(client, "", headers -> {});
    }

    /** Reads the body at once, so that a test that looks at the status only leaves no buffer behind. */
    private static Mono<ClientResponse> readWhole(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request)
                .flatMap(response -> response.bodyToMono(byte[].class)
                        .defaultIfEmpty(new byte[0])
                        .map(DefaultDataBufferFactory.sharedInstance::wrap)
                        .map(body -> response.mutate().body(Flux.just(body)).build()));
    }

    public String id() {
        return id;
    }

    public ResponseSpec get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public ResponseSpec post(String path) {
        return send(HttpMethod.POST, path, null);
    }

    public ResponseSpec post(String path, String json) {
        return send(HttpMethod.POST, path, json);
    }

    public ResponseSpec put(String path, String json) {
        return send(HttpMethod.PUT, path, json);
    }

    /** With header names and values in turn; the body may be null. */
    public ResponseSpec send(HttpMethod method, String path, String json, String... headers) {
        WebTestClient.RequestBodySpec request =
                client.method(method).uri("/api/v1" + path).headers(token);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return json == null
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON)
                        .bodyValue(json)
                        .exchange();
    }

    /** Posts bytes as they are. */
    public ResponseSpec sendRaw(String path, byte[] body, MediaType type) {
        return client.post()
                .uri("/api/v1" + path)
                .headers(token)
                .contentType(type)
                .bodyValue(body)
                .exchange();
    }

    /** The body of an answer of the status. */
    public static JsonNode body(ResponseSpec answer, int status) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body);
    }

    /** Expects a problem of the status and code. */
    public static void expectProblem(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
