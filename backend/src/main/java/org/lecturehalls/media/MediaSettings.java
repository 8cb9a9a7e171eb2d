package org.lecturehalls.media;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Uploads, jobs and playback.
 *
 * @param partSize of uploads; larger when a file would have too many parts
 * @param uploadLifetime after which an unfinished upload is dropped with its parts
 * @param partUrlLifetime how long a part may begin to arrive after its address was asked for
 * @param lease how long a running job may be silent before another worker gets it
 * @param partLease the same for a part of a video
 * @param maxAttempts after which a job or a part is given up
 * @param resendAfter how long after a job was sent the sweep looks whether its message is still there
 * @param publishedLinks how long addresses of published media work; the time of signing is rounded to half of it
 * @param privateLinks how long addresses of other media work
 * @param keepSource how long what was uploaded is kept after it was made ready and verified; for ever when not given
 * @param replacementGrace how long the objects of a replaced video stay, for players that are in the middle of it
 * @param orphanAge how old objects without a record must be to be listed, longer than any upload or attempt takes
 * @param playbackSecret signs playback tokens; when not given, one is made once and kept in the database
 */
@ConfigurationProperties("lecturehalls.media")
@Validated
record MediaSettings(
        @NotNull @DefaultValue("8MB") DataSize partSize,
        @NotNull @DefaultValue("7d") Duration uploadLifetime,
        @NotNull @DefaultValue("1h") Duration partUrlLifetime,
        @NotNull @DefaultValue("60s") Duration lease,
        @NotNull @DefaultValue("40s") Duration partLease,
        @Min(1) @Max(10) @DefaultValue("3") int maxAttempts,
        @NotNull @DefaultValue("60s") Duration resendAfter,
        @NotNull @DefaultValue("12h") Duration publishedLinks,
        @NotNull @DefaultValue("30m") Duration privateLinks,
        @Nullable Duration keepSource,
        @NotNull @DefaultValue("12h") Duration replacementGrace,
        @NotNull @DefaultValue("24h") Duration orphanAge,
        @Nullable @Size(min = 16) String playbackSecret) {

    @AssertTrue(message = "sources must be kept for an hour at least, and orphans be an hour old")
    boolean isPatient() {
        Duration hour = Duration.ofHours(1);
        return (keepSource == null || keepSource.compareTo(hour) >= 0) && orphanAge.compareTo(hour) >= 0;
    }

    @AssertTrue(message = "parts must have at least 5 MiB")
    boolean isPartSizeEnough() {
        return partSize.toBytes() >= ObjectStore.MIN_PART_BYTES;
    }

    @AssertTrue(message = "addresses must work for a minute to 7 days")
    boolean isLinkTimePossible() {
        return possible(publishedLinks) && possible(privateLinks) && possible(partUrlLifetime);
    }

    private static boolean possible(Duration lifetime) {
        return lifetime.compareTo(Duration.ofMinutes(1)) >= 0 && lifetime.compareTo(Duration.ofDays(7)) <= 0;
    }

    @Override
    public String toString() {
        return "MediaSettings[" + partSize + ", " + uploadLifetime + ", " + lease + "]";
    }
}
