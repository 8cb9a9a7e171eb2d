package org.lecturehalls.platform;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds that people meet, and that the apps show before they are met.
 *
 * @param video largest video or audio file
 * @param document largest document
 * @param photo largest photo
 * @param perPerson sum of all files of one person, open uploads counted in full
 * @param openUploads uploads one person may have open at a time
 */
@ConfigurationProperties("lecturehalls.limits")
@Validated
public record Limits(
        @NotNull @DefaultValue("8GB") DataSize video,
        @NotNull @DefaultValue("50MB") DataSize document,
        @NotNull @DefaultValue("30MB") DataSize photo,
        @NotNull @DefaultValue("100GB") DataSize perPerson,
        @Min(1) @Max(1000) @DefaultValue("20") int openUploads) {}
