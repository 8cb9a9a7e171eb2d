package org.lecturehalls.media;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.TestTokens;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Uploads and looks at assets over HTTP, as one lecturer who is nobody else's. */
class MediaApi {

    static final String REGION = "451022";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final WebTestClient client;
    final String userId = "user-" + Ids.next();
    final Consumer<HttpHeaders> me = TestTokens.as(Role.LECTURER, REGION, userId);

    MediaApi(WebTestClient client) {
        this.client = client;
    }

    ResponseSpec open(String fileName, long size, String contentType, String kind) {
        return open(Map.of("fileName", fileName, "size", size, "contentType", contentType, "kind", kind));
    }

    ResponseSpec open(Map<String, Object> wanted) {
        return client.post()
                .uri("/api/v1/uploads")
                .headers(me)
                .bodyValue(wanted)
                .exchange();
    }

    UploadView opened(String fileName, long size, String kind) {
        return open(fileName, size, "application/octet-stream", kind)
                .expectStatus()
                .isCreated()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
    }

    UploadView upload(String id) {
        return client.get()
                .uri("/api/v1/uploads/{id}", id)
                .headers(me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody();
    }

    /** Puts a part and answers its entity tag. */
    String put(UploadView upload, int number, byte[] content) {
        String url = client.post()
                .uri("/api/v1/uploads/{id}/part-urls", upload.id())
                .headers(me)
                .bodyValue(Map.of("partNumbers", List.of(number)))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(UploadController.PartUrls.class)
                .returnResult()
                .getResponseBody()
                .urls()
                .get(0)
                .url();
        return put(url, content);
    }

    static String put(String url, byte[] content) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                    .build();
            HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new AssertionError(response.statusCode() + " " + response.body());
            }
            return response.headers().firstValue("ETag").orElseThrow();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    ResponseSpec complete(String id, List<Map<String, Object>> parts) {
        return client.post()
                .uri("/api/v1/uploads/{id}/complete", id)
                .headers(me)
                .bodyValue(Map.of("parts", parts))
                .exchange();
    }

    static Map<String, Object> part(int number, String etag) {
        return Map.of("number", number, "etag", etag);
    }

    /** Uploads a small file whole and answers the asset's id. */
    String uploaded(String fileName, String kind) {
        byte[] content = ("content of " + fileName).getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return uploaded(opened(fileName, content.length, kind), content);
    }

    /** Puts all parts of an open upload and answers the asset's id. */
    String uploaded(UploadView upload, byte[] content) {
        List<Map<String, Object>> parts = new ArrayList<>();
        IntStream.rangeClosed(1, upload.partCount()).forEach(n -> parts.add(part(n, put(upload, n, content))));
        return complete(upload.id(), parts)
                .expectStatus()
                .isOk()
                .expectBody(UploadView.class)
                .returnResult()
                .getResponseBody()
                .assetId();
    }

    AssetView asset(String id) {
        return client.get()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(me)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(AssetView.class)
                .returnResult()
                .getResponseBody();
    }
}
