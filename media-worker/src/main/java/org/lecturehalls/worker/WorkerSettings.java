package org.lecturehalls.worker;

import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * The worker itself.
 *
 * @param id its name for operators; null for one made of host and process
 * @param workDir folder for sources and results while they are worked on; may be shared by workers
 * @param ffmpeg folder with ffmpeg and ffprobe; null for those that come along
 * @param soffice LibreOffice's program; null for the one on the path
 * @param diskReserve free space that is left on the disk beside twice the source
 * @param shutdownGrace time in which running jobs may end when the worker is told to stop; then they are handed back
 */
@Validated
@ConfigurationProperties("lecturehalls.worker")
public record WorkerSettings(
        @Nullable String id,
        @Nullable Path workDir,
        @Nullable Path ffmpeg,
        @Nullable Path soffice,
        @NotNull @DefaultValue("512MB") DataSize diskReserve,
        @NotNull @DefaultValue("20s") Duration shutdownGrace) {

    Path folder() {
        Path folder = workDir == null ? Path.of(System.getProperty("java.io.tmpdir"), "lecture-halls-worker") : workDir;
        return folder.toAbsolutePath();
    }
}
