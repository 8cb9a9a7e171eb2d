package org.lecturehalls.storage;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The object store.
 *
 * @param endpoint where this backend reaches it
 * @param publicEndpoint where browsers reach it; the same when not given
 * @param region as the store wants it in signatures
 * @param bucket made at the start when it is missing
 * @param accessKey of an account that may read and write the bucket
 * @param secretKey of that account
 * @param bucketInHost whether the bucket stands in the host name ({@code bucket.host/key}) instead of the path
 * @param setCors whether a bucket that is made is opened for the app's pages; false where the store has rules of its own
 * @param connectTimeout for a connection to the store
 * @param timeout for an answer of the store
 * @param completeTimeout for making one object of many parts
 * @param connections most requests at a time
 */
@ConfigurationProperties("lecturehalls.storage")
@Validated
record StorageSettings(
        @NotNull @DefaultValue("http://localhost:9000") URI endpoint,
        @Nullable URI publicEndpoint,
        @NotBlank @DefaultValue("us-east-1") String region,
        @NotBlank @DefaultValue("lecture-halls") String bucket,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @DefaultValue("false") boolean bucketInHost,
        @DefaultValue("true") boolean setCors,
        @NotNull @DefaultValue("5s") Duration connectTimeout,
        @NotNull @DefaultValue("30s") Duration timeout,
        @NotNull @DefaultValue("15m") Duration completeTimeout,
        @Min(1) @Max(256) @DefaultValue("32") int connections) {

    URI browserEndpoint() {
        return publicEndpoint != null ? publicEndpoint : endpoint;
    }

    @Override
    public String toString() {
        return "StorageSettings[" + endpoint + ", " + browserEndpoint() + ", " + bucket + "]";
    }
}
