package org.lecturehalls.worker.photo;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What photos are accepted, and what ffmpeg may use for one.
 *
 * @param maxFile size of the file
 * @param maxSide largest width or height in pixels
 * @param maxPixels largest width times height
 * @param quality of the JPEG files, as ffmpeg's quantiser: 2 is best
 * @param memory address space of ffmpeg
 * @param timeout wall time of ffmpeg
 */
@Validated
@ConfigurationProperties("lecturehalls.worker.photo")
public record PhotoSettings(
        @NotNull @DefaultValue("64MB") DataSize maxFile,
        @Min(16) @DefaultValue("20000") int maxSide,
        @Min(256) @DefaultValue("120000000") long maxPixels,
        @Min(2) @Max(31) @DefaultValue("4") int quality,
        @NotNull @DefaultValue("4GB") DataSize memory,
        @NotNull @DefaultValue("1m") Duration timeout) {

    SandboxLimits limits() {
        return new SandboxLimits(timeout, timeout.multipliedBy(2), memory, maxFile, DataSize.ofMegabytes(1));
    }
}
