package org.lecturehalls.storage;

import io.minio.MinioAsyncClient;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.lecturehalls.platform.BackgroundLoop;
import org.lecturehalls.platform.TrustedOrigin;
import org.lecturehalls.platform.WebSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Configuration(proxyBeanMethods = false)
class StorageConfiguration {

    private static final int THREADS = 16;
    private static final int QUEUED = 10_000;
    private static final int IDLE_CONNECTIONS = 8;

    /** Where calls to the store start. Answers come on the threads of its client, which bounds the open requests. */
    @Bean(destroyMethod = "dispose")
    Scheduler storageScheduler() {
        return Schedulers.newBoundedElastic(THREADS, QUEUED, "storage");
    }

    @Bean(destroyMethod = "close")
    MinioAsyncClient storageClient(StorageSettings settings) {
        return client(settings, settings.timeout());
    }

    @Bean(destroyMethod = "close")
    MinioAsyncClient patientStorageClient(StorageSettings settings) {
        return client(settings, settings.completeTimeout());
    }

    static MinioAsyncClient client(StorageSettings settings, Duration timeout) {
        MinioAsyncClient client = MinioAsyncClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http(settings, timeout), true)
                .build();
        if (settings.bucketInHost()) {
            client.enableVirtualStyleEndpoint();
        } else {
            client.disableVirtualStyleEndpoint();
        }
        return client;
    }

    private static OkHttpClient http(StorageSettings settings, Duration timeout) {
        Dispatcher dispatcher = new Dispatcher();
        dispatcher.setMaxRequests(settings.connections());
        dispatcher.setMaxRequestsPerHost(settings.connections());
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, 1, TimeUnit.MINUTES))
                .connectTimeout(settings.connectTimeout())
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .callTimeout(timeout)
                .build();
    }

    @Bean
    Bucket bucket(
            StorageSettings settings, MinioAsyncClient storageClient, Scheduler storageScheduler, WebSettings web) {
        return new Bucket(
                storageClient,
                new S3Call(storageScheduler),
                settings.bucket(),
                settings.setCors() ? web.publicUrl() : null);
    }

    @Bean
    ObjectStore objectStore(
            StorageSettings settings,
            MinioAsyncClient storageClient,
            MinioAsyncClient patientStorageClient,
            Bucket bucket,
            Scheduler storageScheduler,
            Clock clock) {
        return new S3ObjectStore(
                settings, storageClient, patientStorageClient, bucket.there(), storageScheduler, clock);
    }

    /** Workers need the bucket as well, so it is made before anybody asks for it. */
    @Bean
    BackgroundLoop bucketAtStart(Bucket bucket) {
        return BackgroundLoop.of("Making the bucket", bucket.there().then(Mono.never()));
    }

    @Bean
    TrustedOrigin storageOrigin(StorageSettings settings) {
        return TrustedOrigin.of(settings.browserEndpoint());
    }
}
