package org.lecturehalls.storage;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioAsyncClient;
import io.minio.SetBucketCorsArgs;
import io.minio.messages.CORSConfiguration;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.TrustedOrigin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/** Makes the bucket when it is missing, open for the app's pages as far as the store lets that be set. */
class Bucket {

    private static final Logger LOG = LoggerFactory.getLogger(Bucket.class);
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final MinioAsyncClient client;
    private final S3Call call;
    private final String name;
    private final @Nullable URI app;

    /** @param app address of the app's pages; null when the store needs no telling */
    Bucket(MinioAsyncClient client, S3Call call, String name, @Nullable URI app) {
        this.client = client;
        this.call = call;
        this.name = name;
        this.app = app;
    }

    /** Ends when the bucket is there. Asks the store only until it once was. */
    Mono<Void> there() {
        BucketExistsArgs args = BucketExistsArgs.builder().bucket(name).build();
        return call.repeatable(() -> client.bucketExists(args))
                .flatMap(exists -> exists ? Mono.just(true) : make())
                .cache(value -> FOR_EVER, error -> Duration.ZERO, () -> Duration.ZERO)
                .then();
    }

    /** Two backends may both find it missing; the one that comes second finds it made. */
    private Mono<Boolean> make() {
        MakeBucketArgs args = MakeBucketArgs.builder().bucket(name).build();
        BucketExistsArgs again = BucketExistsArgs.builder().bucket(name).build();
        return call.once(() -> client.makeBucket(args))
                .then(open())
                .thenReturn(true)
                .onErrorResume(
                        StorageException.class,
                        e -> call.repeatable(() -> client.bucketExists(again))
                                .filter(exists -> exists)
                                .switchIfEmpty(Mono.error(e)));
    }

    /** The app's pages put parts and must see their entity tags, and read media in ranges. */
    private Mono<Void> open() {
        if (app == null) {
            return Mono.empty();
        }
        CORSConfiguration.CORSRule rule = new CORSConfiguration.CORSRule(
                List.of("*"),
                List.of("GET", "HEAD", "PUT"),
                List.of(TrustedOrigin.of(app).origin()),
                List.of("ETag", "Content-Range", "Content-Length", "Accept-Ranges"),
                "lecture-halls",
                3600);
        SetBucketCorsArgs args = SetBucketCorsArgs.builder()
                .bucket(name)
                .config(new CORSConfiguration(List.of(rule)))
                .build();
        return call.once(() -> client.setBucketCors(args))
                .doOnError(e -> LOG.info("The store sets no CORS rules for a bucket; they must be set at the store"))
                .onErrorComplete(StorageException.class)
                .then();
    }
}
