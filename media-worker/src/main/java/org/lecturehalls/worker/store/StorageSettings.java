package org.lecturehalls.worker.store;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The S3 store. A job says which bucket and objects are meant.
 *
 * @param endpoint address of the store
 * @param region its region
 * @param accessKey who we are
 * @param secretKey the proof of it
 * @param timeout time to connect, and time without any byte
 * @param attempts how often a transfer is tried
 */
@Validated
@ConfigurationProperties("lecturehalls.storage")
public record StorageSettings(
        @NotNull @DefaultValue("http://localhost:9000") URI endpoint,
        @NotBlank @DefaultValue("us-east-1") String region,
        @NotBlank String accessKey,
        @NotBlank String secretKey,
        @NotNull @DefaultValue("30s") Duration timeout,
        @Min(1) @DefaultValue("5") int attempts) {}
