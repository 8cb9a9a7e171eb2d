package org.lecturehalls.storage;

import io.minio.AbortMultipartUploadArgs;
import io.minio.CompleteMultipartUploadArgs;
import io.minio.CreateMultipartUploadArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.Http;
import io.minio.ListPartsArgs;
import io.minio.MinioAsyncClient;
import io.minio.PutObjectAPIArgs;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.messages.ListPartsResult;
import io.minio.messages.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The port on any store that speaks S3. */
class S3ObjectStore implements ObjectStore {

    private static final int PAGE = 1000;

    private final StorageSettings settings;
    private final MinioAsyncClient client;
    private final MinioAsyncClient patientClient;
    private final Scheduler scheduler;
    private final S3Call call;
    private final S3Listing listing;
    private final UrlSigner signer;
    private final Clock clock;
    private final Mono<Void> bucketThere;

    /** @param patientClient for calls that may take as long as {@code completeTimeout} */
    S3ObjectStore(
            StorageSettings settings,
            MinioAsyncClient client,
            MinioAsyncClient patientClient,
            Mono<Void> bucketThere,
            Scheduler scheduler,
            Clock clock) {
        this.settings = settings;
        this.client = client;
        this.patientClient = patientClient;
        this.scheduler = scheduler;
        this.call = new S3Call(scheduler);
        this.listing = new S3Listing(client, call, settings.bucket());
        this.signer = new UrlSigner(settings);
        this.clock = clock;
        this.bucketThere = bucketThere;
    }

    @Override
    public String bucket() {
        return settings.bucket();
    }

    @Override
    public Mono<String> startUpload(String key, String contentType) {
        CreateMultipartUploadArgs args = CreateMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .headers(new Http.Headers("Content-Type", contentType))
                .build();
        return bucketThere
                .then(call.once(() -> client.createMultipartUpload(args)))
                .map(response -> response.result().uploadId());
    }

    @Override
    public SignedUrl signPart(String key, String uploadId, int number, Duration validity) {
        Map<String, String> parameters =
                new TreeMap<>(Map.of("partNumber", Integer.toString(number), "uploadId", uploadId));
        return signer.sign("PUT", key, parameters, clock.instant(), validity);
    }

    @Override
    public Mono<List<StoredPart>> parts(String key, String uploadId) {
        return partPage(key, uploadId, null)
                .expand(page ->
                        page.isTruncated() ? partPage(key, uploadId, page.nextPartNumberMarker()) : Mono.empty())
                .take(MAX_PARTS / PAGE + 1)
                .concatMapIterable(ListPartsResult::parts)
                .map(part -> new StoredPart(part.partNumber(), part.partSize(), unquoted(part.etag())))
                .collectList()
                .onErrorResume(MissingObjectException.class, e -> Mono.just(List.of()));
    }

    private Mono<ListPartsResult> partPage(String key, String uploadId, @Nullable Integer after) {
        ListPartsArgs args = ListPartsArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(uploadId)
                .maxParts(PAGE)
                .partNumberMarker(after)
                .build();
        return call.repeatable(() -> client.listParts(args)).map(response -> response.result());
    }

    @Override
    public Mono<Void> completeUpload(String key, String uploadId, List<StoredPart> parts) {
        Part[] all = parts.stream().map(p -> new Part(p.number(), p.etag())).toArray(Part[]::new);
        CompleteMultipartUploadArgs args = CompleteMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(uploadId)
                .parts(all)
                .build();
        return call.once(() -> patientClient.completeMultipartUpload(args)).then();
    }

    @Override
    public Mono<Void> abortUpload(String key, String uploadId) {
        AbortMultipartUploadArgs args = AbortMultipartUploadArgs.builder()
                .bucket(bucket())
                .object(key)
                .uploadId(uploadId)
                .build();
        return call.repeatable(() -> client.abortMultipartUpload(args))
                .then()
                .onErrorComplete(MissingObjectException.class);
    }

    @Override
    public Mono<StoredObject> stat(String key) {
        StatObjectArgs args =
                StatObjectArgs.builder().bucket(bucket()).object(key).build();
        return call.repeatable(() -> client.statObject(args))
                .map(found -> new StoredObject(
                        key,
                        found.size(),
                        unquoted(found.etag()),
                        found.lastModified().toInstant()))
                .onErrorComplete(MissingObjectException.class);
    }

    @Override
    public Mono<byte[]> get(String key, int maxBytes) {
        GetObjectArgs args =
                GetObjectArgs.builder().bucket(bucket()).object(key).build();
        return call.repeatable(() -> client.getObject(args))
                .publishOn(scheduler)
                .map(response -> read(response, maxBytes))
                .onErrorComplete(MissingObjectException.class);
    }

    private static byte[] read(GetObjectResponse response, int maxBytes) {
        try (response) {
            byte[] content = response.readNBytes(maxBytes + 1);
            if (content.length > maxBytes) {
                throw new StorageException("An object is larger than " + maxBytes, false, new IOException("too large"));
            }
            return content;
        } catch (IOException e) {
            throw new StorageException("An object cannot be read", true, new UncheckedIOException(e));
        }
    }

    @Override
    public Mono<Void> put(String key, byte[] content, String contentType) {
        PutObjectAPIArgs args = PutObjectAPIArgs.builder()
                .bucket(bucket())
                .object(key)
                .data(content, content.length)
                .contentType(contentType)
                .build();
        return bucketThere.then(call.repeatable(() -> client.putObject(args))).then();
    }

    @Override
    public Mono<Void> delete(String key) {
        RemoveObjectArgs args =
                RemoveObjectArgs.builder().bucket(bucket()).object(key).build();
        return call.repeatable(() -> client.removeObject(args)).then().onErrorComplete(MissingObjectException.class);
    }

    @Override
    public Mono<Long> deleteAll(String prefix) {
        return listing.deleteAll(prefix);
    }

    @Override
    public Flux<StoredObject> list(String prefix) {
        return listing.list(prefix);
    }

    @Override
    public SignedUrl signRead(String key, Presentation presentation, Instant signedAt, Duration validity) {
        return signer.sign("GET", key, presentation.parameters(), signedAt, validity);
    }

    static String unquoted(String etag) {
        return etag.replace("\"", "");
    }
}
