package org.lecturehalls.worker.video;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/** Settings for tests, with limits that their footage stays below. */
final class Settings {

    static final VideoSettings USUAL = with(Duration.ofHours(6), 64, 240);

    private Settings() {}

    /** With other limits than usual of length, number of streams and frame rate. */
    static VideoSettings with(Duration longest, int streams, int frameRate) {
        return new VideoSettings(
                longest,
                8192,
                36_000_000,
                streams,
                frameRate,
                DataSize.ofGigabytes(6),
                DataSize.ofGigabytes(1),
                Duration.ofMinutes(1),
                20,
                2,
                1);
    }
}
