package org.lecturehalls.worker.document;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.lecturehalls.worker.sandbox.SandboxLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What documents are accepted, and what LibreOffice and the PDF tool may use.
 *
 * @param maxPages pages of a document
 * @param maxPageImages pages that get a picture, from the first on
 * @param imageSide longer side of a page's picture in pixels
 * @param maxEntries files in a zip
 * @param maxUnpacked size of all that a zip unpacks to
 * @param maxRatio how many times a zip may grow when unpacked, once it is larger than {@code ratioFrom}
 * @param ratioFrom unpacked size from which the ratio matters
 * @param memory address space of one process
 * @param heap heap of the PDF tool
 * @param maxOutput size of each file that is written
 * @param convertTimeout wall time of LibreOffice
 * @param pdfTimeout wall time of the PDF tool
 */
@Validated
@ConfigurationProperties("lecturehalls.worker.document")
public record DocumentSettings(
        @Min(1) @DefaultValue("1000") int maxPages,
        @Min(1) @DefaultValue("200") int maxPageImages,
        @Min(100) @DefaultValue("1240") int imageSide,
        @Min(10) @DefaultValue("10000") int maxEntries,
        @NotNull @DefaultValue("512MB") DataSize maxUnpacked,
        @Min(10) @DefaultValue("150") int maxRatio,
        @NotNull @DefaultValue("32MB") DataSize ratioFrom,
        @NotNull @DefaultValue("4GB") DataSize memory,
        @NotNull @DefaultValue("640MB") DataSize heap,
        @NotNull @DefaultValue("512MB") DataSize maxOutput,
        @NotNull @DefaultValue("4m") Duration convertTimeout,
        @NotNull @DefaultValue("6m") Duration pdfTimeout) {

    private static final Duration PICTURES_TIMEOUT = Duration.ofMinutes(1);
    private static final DataSize PRINTED = DataSize.ofMegabytes(1);

    SandboxLimits convertLimits() {
        return new SandboxLimits(convertTimeout, convertTimeout, memory, maxOutput, PRINTED);
    }

    /** For the pictures of a few pages. */
    SandboxLimits pictureLimits() {
        return pdfLimits().withTime(PICTURES_TIMEOUT, PICTURES_TIMEOUT.multipliedBy(2));
    }

    SandboxLimits pdfLimits() {
        return new SandboxLimits(pdfTimeout, pdfTimeout.multipliedBy(2), memory, maxOutput, PRINTED);
    }
}
