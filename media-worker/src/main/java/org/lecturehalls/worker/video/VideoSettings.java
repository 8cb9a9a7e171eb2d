package org.lecturehalls.worker.video;

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
 * What videos are accepted, and what ffmpeg may use.
 *
 * @param maxDuration longest video or audio
 * @param maxSide largest width or height of a picture, in pixels
 * @param maxPixels largest width times height
 * @param maxStreams tracks of any kind in a file
 * @param maxFrameRate frames a second on average
 * @param memory address space of one ffmpeg process
 * @param maxOutput size of each file that ffmpeg writes
 * @param inspectTimeout wall time of one look at the source
 * @param timeFactor wall time of transcoding as a multiple of the video's duration, on top of a fixed ten minutes
 * @param threads threads of each encoder; 0 leaves it to the number of processors, at most 8
 * @param parts parts of shared videos that are worked on at a time; 0 for one for each processor, at most 4
 */
@Validated
@ConfigurationProperties("lecturehalls.worker.video")
public record VideoSettings(
        @NotNull @DefaultValue("6h") Duration maxDuration,
        @Min(16) @DefaultValue("8192") int maxSide,
        @Min(256) @DefaultValue("36000000") long maxPixels,
        @Min(1) @DefaultValue("64") int maxStreams,
        @Min(1) @DefaultValue("240") int maxFrameRate,
        @NotNull @DefaultValue("6GB") DataSize memory,
        @NotNull @DefaultValue("16GB") DataSize maxOutput,
        @NotNull @DefaultValue("10m") Duration inspectTimeout,
        @Min(1) @DefaultValue("20") int timeFactor,
        @Min(0) @Max(64) @DefaultValue("0") int threads,
        @Min(0) @Max(64) @DefaultValue("0") int parts) {

    private static final int MOST_PARTS = 4;
    private static final DataSize INSPECTION_TEXT = DataSize.ofMegabytes(512);

    SandboxLimits inspectionLimits() {
        return new SandboxLimits(inspectTimeout, inspectTimeout.multipliedBy(2), memory, maxOutput, INSPECTION_TEXT);
    }

    SandboxLimits transcodingLimits(double seconds) {
        Duration wall = Duration.ofMinutes(10).plusSeconds((long) (seconds * timeFactor));
        int processors = Runtime.getRuntime().availableProcessors();
        return inspectionLimits().withTime(wall, wall.multipliedBy(processors));
    }

    /**
     * How many parts are worked on at a time. While one is stored or checked, the others keep the processors busy, and encoders
     * of few threads do less for the same picture; more than a few would only take more memory.
     */
    public int partsAtATime() {
        return parts > 0 ? parts : Math.min(MOST_PARTS, Runtime.getRuntime().availableProcessors());
    }

    /** Threads of each encoder of a chunk: the parts that run at a time have the processors between them. */
    int chunkThreads() {
        int processors = Math.max(1, Runtime.getRuntime().availableProcessors() / partsAtATime());
        return threads > 0 ? threads : Math.min(8, Math.max(1, processors * 3 / 2));
    }

    int encoderThreads() {
        return threads > 0 ? threads : Math.min(8, Runtime.getRuntime().availableProcessors() * 3 / 2);
    }
}
