package org.lecturehalls.storage;

import io.minio.errors.ErrorResponseException;
import io.minio.errors.InternalException;
import io.minio.errors.MinioException;
import io.minio.errors.ServerException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

/**
 * Makes calls of the S3 library part of a reactive chain, and its errors ours. The library prepares and signs requests
 * on the caller's thread and may wait there, so calls start on a scheduler that may wait.
 */
class S3Call {

    private static final Set<String> MISSING = Set.of("NoSuchKey", "NoSuchUpload", "NoSuchObject");
    private static final int TRIES_AGAIN = 2;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Scheduler scheduler;

    S3Call(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** A call that is made once. */
    <T> Mono<T> once(Throwing<CompletableFuture<T>> call) {
        return Mono.fromFuture(unchecked(call)).subscribeOn(scheduler).onErrorMap(S3Call::translate);
    }

    /** A call that does no harm when it is made again, as it is after an error that may pass. */
    <T> Mono<T> repeatable(Throwing<CompletableFuture<T>> call) {
        return once(call)
                .retryWhen(Retry.backoff(TRIES_AGAIN, PAUSE)
                        .filter(e -> e instanceof StorageException s && s.isPassing())
                        .onRetryExhaustedThrow((spec, signal) -> signal.failure()));
    }

    private static <T> Supplier<CompletableFuture<T>> unchecked(Throwing<CompletableFuture<T>> call) {
        return () -> {
            try {
                return call.get();
            } catch (MinioException e) {
                return CompletableFuture.failedFuture(e);
            }
        };
    }

    static Throwable translate(Throwable error) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof StorageException) {
            return cause;
        }
        if (cause instanceof ErrorResponseException e) {
            return translate(e);
        }
        boolean passing = cause instanceof IOException
                || cause instanceof ServerException
                || cause instanceof InternalException
                || cause.getCause() instanceof IOException;
        return new StorageException("The object store does not answer as it should", passing, cause);
    }

    private static StorageException translate(ErrorResponseException e) {
        String code = e.errorResponse().code();
        if (MISSING.contains(code)) {
            return new MissingObjectException(code, e);
        }
        boolean passing = e.response() != null && e.response().code() >= 500;
        return new StorageException("The object store refused: " + code, passing, e);
    }

    /** A call of the library. */
    @FunctionalInterface
    interface Throwing<T> {
        T get() throws MinioException;
    }
}
