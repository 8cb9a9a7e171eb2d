package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.AssetView.Refusal;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.regions.RegionCode;

/**
 * A job as those who keep the platform running see it.
 *
 * @param id of the job
 * @param work what it makes
 * @param assetId what it is for
 * @param worker who has it, or had it last; null while many share it
 * @param shared whether many workers have parts of it
 * @param uploader name of whoever uploaded the file; null when the person is not known any more
 * @param bytes of the file
 * @param createdAt since when it is wanted
 * @param queuedAt when it was last sent to the workers
 * @param reason why it was refused or failed, in plain words
 * @param detail the same for whoever can help, one English sentence
 * @param log the last lines that the program at work printed
 * @param deadSince since when it waits for an officer, because trying again has not helped
 * @param quality of a video's renditions, smallest first, of which it is known
 */
record MediaJobView(
        @Schema(example = "06f5q8t0c1m2n3p4r5s6t7v8w9") String id,
        JobWork work,
        String assetId,
        @Schema(example = "春耕讲习.mp4") String fileName,
        MediaKind kind,
        JobState state,
        @Nullable JobStep step,
        int percent,
        @Nullable Long etaSeconds,
        int attempt,
        @Nullable String worker,
        boolean shared,
        String uploaderId,
        @Nullable String uploader,
        RegionCode region,
        long bytes,
        Instant createdAt,
        @Nullable Instant queuedAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Refusal reason,
        @Nullable String detail,
        @Nullable String log,
        @Nullable Instant deadSince,
        List<RungQuality> quality) {}
