package org.lecturehalls.standalone.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.StatObjectArgs;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.standalone.FreePort;

class StoragePartTest {

    private static final String APP = "http://halls.local:8080";
    private static final String BUCKET = "lecture-halls";
    private static final byte[] CONTENT = "0123456789".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private StoragePart storage;
    private MinioClient client;
    private int port;

    @BeforeEach
    void start() throws Exception {
        port = FreePort.get();
        startStorage();
        client = client("key", "secret");
        client.makeBucket(MakeBucketArgs.builder().bucket(BUCKET).build());
        put("greeting.txt");
    }

    @AfterEach
    void stop() {
        storage.stop();
    }

    @Test
    void answersOnceItIsReady() throws Exception {
        assertThat(storage.ready()).isTrue();
    }

    @Test
    void refusesWhoDoesNotKnowTheKey() throws Exception {
        assertThat(get(address() + "/" + BUCKET + "/greeting.txt").statusCode()).isEqualTo(403);
        assertThat(get(presigned(client("key", "wrong"), Http.Method.GET, "greeting.txt"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void letsTheAppsPagesPutAPartAndReadItsETag() throws Exception {
        String url = presigned(client, Http.Method.PUT, "part");
        HttpResponse<String> preflight = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                        .header("Origin", APP)
                        .header("Access-Control-Request-Method", "PUT")
                        .header("Access-Control-Request-Headers", "content-type")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(preflight.statusCode()).isEqualTo(200);
        assertThat(preflight.headers().firstValue("Access-Control-Allow-Origin"))
                .contains(APP);

        HttpResponse<String> put = http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(CONTENT))
                        .header("Origin", APP)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(put.headers().firstValue("ETag")).isPresent();
        assertThat(put.headers().allValues("Access-Control-Expose-Headers"))
                .anyMatch(exposed -> exposed.contains("ETag"));
    }

    @Test
    void givesNoCorsHeaderToOtherOrigins() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(presigned(client, Http.Method.GET, "greeting.txt")))
                        .header("Origin", "http://halls.local:8080.evil.example")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void playsRangesOfAnObject() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(presigned(client, Http.Method.GET, "greeting.txt")))
                        .header("Range", "bytes=2-4")
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(206);
        assertThat(answer.body()).isEqualTo("234");
        assertThat(answer.headers().firstValue("Content-Range")).contains("bytes 2-4/10");
    }

    @Test
    void putsALargeObjectTogetherFromParts() throws Exception {
        byte[] large = new byte[11 * 1024 * 1024];
        client.putObject(PutObjectArgs.builder().bucket(BUCKET).object("large").stream(
                        new ByteArrayInputStream(large), -1L, 5L * 1024 * 1024)
                .build());

        assertThat(client.statObject(StatObjectArgs.builder()
                                .bucket(BUCKET)
                                .object("large")
                                .build())
                        .size())
                .isEqualTo(large.length);
    }

    @Test
    void keepsObjectsOverARestart() throws Exception {
        storage.stop();
        startStorage();

        assertThat(get(presigned(client, Http.Method.GET, "greeting.txt")).body())
                .isEqualTo("0123456789");
    }

    private void startStorage() throws IOException {
        storage = new StoragePart(
                new StorageSettings(folder, "127.0.0.1", port, address(), "key", "secret", List.of(APP), ""));
        storage.start();
    }

    private void put(String name) throws Exception {
        client.putObject(PutObjectArgs.builder().bucket(BUCKET).object(name).stream(
                        new ByteArrayInputStream(CONTENT), (long) CONTENT.length, -1L)
                .build());
    }

    private HttpResponse<String> get(String url) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String presigned(MinioClient client, Http.Method method, String name) throws Exception {
        return client.getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                .method(method)
                .bucket(BUCKET)
                .object(name)
                .expiry(5, TimeUnit.MINUTES)
                .build());
    }

    private MinioClient client(String accessKey, String secretKey) {
        return MinioClient.builder()
                .endpoint(address())
                .region("us-east-1")
                .credentials(accessKey, secretKey)
                .build();
    }

    private String address() {
        return "http://127.0.0.1:" + port;
    }
}
