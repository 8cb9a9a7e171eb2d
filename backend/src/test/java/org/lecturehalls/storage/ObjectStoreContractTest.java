package org.lecturehalls.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.minio.MinioAsyncClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.lecturehalls.support.EmbeddedParts;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What the platform relies on in an object store. Runs against the embedded one, and also against an outside one when
 * {@code LECTUREHALLS_TEST_S3_ENDPOINT}, {@code _ACCESSKEY} and {@code _SECRETKEY} are set.
 */
@ParameterizedClass
@MethodSource("stores")
class ObjectStoreContractTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration WAIT = Duration.ofSeconds(60);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Scheduler scheduler = Schedulers.newBoundedElastic(4, 1000, "storage-test");
    private final MinioAsyncClient client;
    private final ObjectStore store;
    private final String prefix = "t/" + UUID.randomUUID() + "/";

    ObjectStoreContractTest(StorageSettings settings) {
        this.client = StorageConfiguration.client(settings, settings.timeout());
        Bucket bucket = new Bucket(client, new S3Call(scheduler), settings.bucket(), null);
        this.store = new S3ObjectStore(settings, client, client, bucket.there(), scheduler, Clock.systemUTC());
    }

    static Stream<StorageSettings> stores() {
        StorageSettings embedded =
                settings(EmbeddedParts.s3Endpoint(), EmbeddedParts.ACCESS_KEY, EmbeddedParts.SECRET_KEY);
        String outside = System.getenv("LECTUREHALLS_TEST_S3_ENDPOINT");
        return outside == null
                ? Stream.of(embedded)
                : Stream.of(
                        embedded,
                        settings(
                                URI.create(outside),
                                System.getenv("LECTUREHALLS_TEST_S3_ACCESSKEY"),
                                System.getenv("LECTUREHALLS_TEST_S3_SECRETKEY")));
    }

    private static StorageSettings settings(URI endpoint, String accessKey, String secretKey) {
        Duration timeout = Duration.ofSeconds(20);
        String bucket = "contract-" + UUID.randomUUID().toString().substring(0, 8);
        return new StorageSettings(
                endpoint, null, "us-east-1", bucket, accessKey, secretKey, false, false, timeout, timeout, timeout, 8);
    }

    @AfterEach
    void cleanUp() {
        await(store.deleteAll(prefix));
        client.close();
        scheduler.dispose();
    }

    @Test
    void keepsSmallObjects() {
        String key = prefix + "a/text.txt";
        run(store.put(key, bytes("hello"), "text/plain"));
        assertThat(await(store.get(key, 100))).isEqualTo(bytes("hello"));
        StoredObject found = await(store.stat(key));
        assertThat(found.size()).isEqualTo(5);
        assertThat(found.etag()).isNotBlank().doesNotContain("\"");
    }

    @Test
    void hasNothingUnderUnknownKeys() {
        run(store.put(prefix + "there", bytes("x"), "text/plain"));
        assertThat(store.stat(prefix + "none").blockOptional(WAIT)).isEmpty();
        assertThat(store.get(prefix + "none", 10).blockOptional(WAIT)).isEmpty();
        run(store.delete(prefix + "none"));
    }

    @Test
    void readsNoMoreThanWanted() {
        run(store.put(prefix + "big", new byte[1000], "application/octet-stream"));
        assertThatThrownBy(() -> await(store.get(prefix + "big", 999))).isInstanceOf(StorageException.class);
    }

    @Test
    void listsAndRemovesByPrefixOnly() {
        Flux.range(0, 25)
                .flatMap(i -> store.put("%sa/%03d".formatted(prefix, i), bytes("x"), "text/plain"), 4)
                .blockLast(WAIT);
        run(store.put(prefix + "ab", bytes("x"), "text/plain"));
        List<StoredObject> listed = await(store.list(prefix + "a/").collectList());
        assertThat(listed)
                .hasSize(25)
                .extracting(StoredObject::key)
                .isSorted()
                .allMatch(k -> k.startsWith(prefix + "a/"));
        assertThat(await(store.deleteAll(prefix + "a/"))).isEqualTo(25);
        assertThat(await(store.deleteAll(prefix + "a/"))).isZero();
        assertThat(await(store.stat(prefix + "ab")).size()).isEqualTo(1);
    }

    @Test
    void neverRemovesTheWholeBucket() {
        assertThatThrownBy(() -> await(store.deleteAll(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesOneObjectOfPartsThatWerePutToSignedAddresses() throws Exception {
        String key = prefix + "source";
        String upload = await(store.startUpload(key, "video/mp4"));
        byte[] first = filled(5 << 20, 'a');
        byte[] second = filled(1000, 'b');
        String etag2 = putPart(key, upload, 2, second);
        String etag1 = putPart(key, upload, 1, first);
        List<StoredPart> parts = await(store.parts(key, upload));
        assertThat(parts)
                .containsExactly(new StoredPart(1, first.length, etag1), new StoredPart(2, second.length, etag2));
        run(store.completeUpload(key, upload, parts));
        assertThat(await(store.stat(key)).size()).isEqualTo(first.length + second.length);
        assertThat(await(store.parts(key, upload))).isEmpty();
        run(store.completeUpload(key, upload, parts).onErrorComplete(StorageException.class));
        assertThat(await(store.stat(key)).size()).isEqualTo(first.length + second.length);
    }

    @Test
    void replacesPartThatIsPutAgain() throws Exception {
        String key = prefix + "again";
        String upload = await(store.startUpload(key, "video/mp4"));
        putPart(key, upload, 1, filled(100, 'a'));
        String etag = putPart(key, upload, 1, filled(200, 'b'));
        assertThat(await(store.parts(key, upload))).containsExactly(new StoredPart(1, 200, etag));
        run(store.abortUpload(key, upload));
    }

    @Test
    void refusesToCompleteWithWrongEtag() throws Exception {
        String key = prefix + "wrong";
        String upload = await(store.startUpload(key, "video/mp4"));
        putPart(key, upload, 1, filled(100, 'a'));
        StoredPart wrong = new StoredPart(1, 100, "0123456789abcdef0123456789abcdef");
        assertThatThrownBy(() -> run(store.completeUpload(key, upload, List.of(wrong))))
                .isInstanceOf(StorageException.class);
        assertThat(await(store.parts(key, upload))).hasSize(1);
        run(store.abortUpload(key, upload));
    }

    @Test
    void dropsAbortedUploads() throws Exception {
        String key = prefix + "dropped";
        String upload = await(store.startUpload(key, "video/mp4"));
        putPart(key, upload, 1, filled(100, 'a'));
        run(store.abortUpload(key, upload));
        assertThat(await(store.parts(key, upload))).isEmpty();
        run(store.abortUpload(key, upload));
        assertThat(await(store.list(prefix).collectList())).isEmpty();
    }

    @Test
    void listsMorePartsThanOnePageHolds() throws Exception {
        String key = prefix + "many";
        String upload = await(store.startUpload(key, "video/mp4"));
        List<Integer> numbers = IntStream.rangeClosed(1, 1001).boxed().toList();
        Flux.fromIterable(numbers)
                .flatMap(
                        n -> Mono.fromFuture(HTTP.sendAsync(partRequest(key, upload, n), BodyHandlers.discarding())),
                        16)
                .blockLast(WAIT);
        assertThat(await(store.parts(key, upload)))
                .extracting(StoredPart::number)
                .isEqualTo(numbers);
        run(store.abortUpload(key, upload));
    }

    @Test
    void givesRangesToWhoeverHasSignedAddress() throws Exception {
        String key = prefix + "media/360p.mp4";
        run(store.put(key, bytes("0123456789"), "application/octet-stream"));
        URI url = store.signRead(key, Presentation.as("video/mp4"), Instant.now(), HOUR)
                .url();
        HttpRequest request =
                HttpRequest.newBuilder(url).header("Range", "bytes=2-4").build();
        HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(206);
        assertThat(response.body()).isEqualTo("234");
        assertThat(response.headers().firstValue("Content-Type")).contains("video/mp4");
    }

    @Test
    void namesDownloadsWhateverTheNameHolds() throws Exception {
        String key = prefix + "plan.pdf";
        run(store.put(key, bytes("x"), "application/pdf"));
        Presentation download = new Presentation(null, "教案 \"1\"; a=b\r\nX: y.pdf");
        URI url = store.signRead(key, download, Instant.now(), HOUR).url();
        HttpResponse<String> response = HTTP.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Disposition").orElseThrow())
                .startsWith("attachment; filename*=UTF-8''%E6%95%99%E6%A1%88%20%221%22")
                .doesNotContain("\r", "\n");
        assertThat(response.headers().firstValue("X")).isEmpty();
    }

    @Test
    void signsTheSameAddressForTheSameTime() {
        Instant time = Instant.parse("2026-01-02T03:00:00Z");
        SignedUrl one = store.signRead(prefix + "k", Presentation.AS_STORED, time, HOUR);
        SignedUrl two = store.signRead(prefix + "k", Presentation.AS_STORED, time.plusMillis(400), HOUR);
        assertThat(two).isEqualTo(one);
        assertThat(one.expiresAt()).isEqualTo(time.plus(HOUR));
    }

    @Test
    void refusesChangedAndExpiredAddresses() throws Exception {
        String key = prefix + "secret";
        run(store.put(key, bytes("x"), "text/plain"));
        run(store.put(prefix + "other", bytes("y"), "text/plain"));
        String good = store.signRead(key, Presentation.AS_STORED, Instant.now(), HOUR)
                .url()
                .toString();
        assertThat(status(good)).isEqualTo(200);
        assertThat(status(good.replace("/secret", "/other"))).isEqualTo(403);
        assertThat(status(good.substring(0, good.indexOf('?')))).isEqualTo(403);
        Instant earlier = Instant.now().minus(Duration.ofHours(2));
        URI expired = store.signRead(key, Presentation.AS_STORED, earlier, HOUR).url();
        assertThat(status(expired.toString())).isEqualTo(403);
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private String putPart(String key, String upload, int number, byte[] content) throws Exception {
        HttpResponse<Void> response =
                put(store.signPart(key, upload, number, HOUR).url(), content);
        assertThat(response.statusCode()).isEqualTo(200);
        return response.headers().firstValue("ETag").orElseThrow().replace("\"", "");
    }

    private HttpRequest partRequest(String key, String upload, int number) {
        return HttpRequest.newBuilder(store.signPart(key, upload, number, HOUR).url())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes("part " + number)))
                .build();
    }

    private static HttpResponse<Void> put(URI url, byte[] content) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return HTTP.send(request, BodyHandlers.discarding());
    }

    private static byte[] filled(int size, char with) {
        byte[] content = new byte[size];
        java.util.Arrays.fill(content, (byte) with);
        return content;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static void run(Mono<Void> mono) {
        mono.block(WAIT);
    }

    private static <T> T await(Mono<T> mono) {
        return mono.block(WAIT);
    }
}
