package org.lecturehalls.worker.store;

import io.minio.GetObjectArgs;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.LongConsumer;
import okhttp3.OkHttpClient;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.core.retry.Retryable;

/** The store over the S3 API. Retries what the network or a busy store may cause, and goes on where a download broke off. */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {

    private static final Set<String> PASSING =
            Set.of("SlowDown", "InternalError", "ServiceUnavailable", "RequestTimeout");

    /** The client holds one part in memory at a time. */
    private static final long PART = 8L << 20;

    /** A segment of the largest rung takes a few mebibytes. */
    private static final int LARGEST_STRETCH = 32 << 20;

    /** Every attempt has keys of its own, so what is stored never changes. */
    private static final Map<String, String> HEADERS = Map.of("Cache-Control", "max-age=31536000, immutable");

    private final MinioClient client;
    private final Duration timeout;
    private final RetryTemplate retry;

    public S3ObjectStore(StorageSettings settings) {
        timeout = settings.timeout();
        OkHttpClient http = new OkHttpClient.Builder()
                .connectTimeout(timeout)
                .readTimeout(timeout)
                .writeTimeout(timeout)
                .build();
        client = MinioClient.builder()
                .endpoint(settings.endpoint().toString())
                .region(settings.region())
                .credentials(settings.accessKey(), settings.secretKey())
                .httpClient(http, true)
                .build();
        retry = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(settings.attempts() - 1L)
                .delay(Duration.ofMillis(300))
                .multiplier(3)
                .maxDelay(Duration.ofSeconds(10))
                .predicate(S3ObjectStore::mayPass)
                .build());
    }

    @Override
    public long fetch(String bucket, String key, Path file, long most, StopSignal stop, LongConsumer read)
            throws IOException, WorkException {
        Files.deleteIfExists(file);
        Files.createFile(file);
        attempt("read the source from", () -> {
            download(bucket, key, file, most, stop, read);
            return true;
        });
        return Files.size(file);
    }

    @Override
    public void append(String bucket, String key, long offset, long length, Path file) throws WorkException {
        attempt("read a segment from", () -> {
            GetObjectArgs stretch = GetObjectArgs.builder()
                    .bucket(bucket)
                    .object(key)
                    .offset(offset)
                    .length(length)
                    .build();
            byte[] content;
            try (InputStream in = client.getObject(stretch)) {
                content = in.readNBytes(LARGEST_STRETCH);
            }
            Files.write(file, content, StandardOpenOption.APPEND);
            return true;
        });
    }

    @Override
    public void store(String bucket, String key, Path file) throws WorkException {
        attempt(
                "write a result to",
                () -> client.uploadObject(UploadObjectArgs.builder()
                        .bucket(bucket)
                        .object(key)
                        .filename(file.toString(), PART)
                        .contentType(ContentTypes.of(file))
                        .headers(HEADERS)
                        .build()));
    }

    @Override
    public void remove(String bucket, String key) throws WorkException {
        attempt("remove a result from", () -> {
            client.removeObject(
                    RemoveObjectArgs.builder().bucket(bucket).object(key).build());
            return true;
        });
    }

    @Override
    public void close() throws IOException {
        try {
            client.close();
        } catch (Exception e) {
            throw new IOException("cannot close the connections to the store", e);
        }
    }

    private void download(String bucket, String key, Path file, long most, StopSignal stop, LongConsumer read)
            throws IOException, MinioException, WorkException {
        StatObjectResponse object = client.statObject(
                StatObjectArgs.builder().bucket(bucket).object(key).build());
        if (Files.size(file) < object.size()) {
            GetPresignedObjectUrlArgs wanted = GetPresignedObjectUrlArgs.builder()
                    .method(Http.Method.GET)
                    .bucket(bucket)
                    .object(key)
                    .build();
            URI address = URI.create(client.getPresignedObjectUrl(wanted));
            new Download(address, object.size(), timeout).appendTo(file, most, stop, read);
        }
    }

    private <T> void attempt(String what, Retryable<T> transfer) throws WorkException {
        try {
            retry.execute(transfer);
        } catch (RetryException e) {
            Throwable last = e.getLastException();
            if (last instanceof WorkException ended) {
                throw ended;
            }
            throw new WorkFailedException("Cannot " + what + " the store: " + reason(last) + ".");
        }
    }

    private static boolean mayPass(Throwable error) {
        if (error instanceof ErrorResponseException response) {
            return PASSING.contains(String.valueOf(response.errorResponse().code()));
        }
        return error instanceof ServerException
                || error instanceof IOException
                || error.getCause() instanceof IOException;
    }

    private static String reason(Throwable error) {
        return error instanceof ErrorResponseException response
                ? String.valueOf(response.errorResponse().code())
                : error.getClass().getSimpleName();
    }
}
