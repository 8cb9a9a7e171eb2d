package org.lecturehalls.media;

import io.swagger.v3.oas.annotations.media.Schema;

/**
 * Where something new begins in a video or audio lesson.
 *
 * @param seconds from the start
 * @param title what it is about
 */
@Schema(name = "Chapter")
public record Chapter(
        @Schema(example = "95.5") double seconds,
        @Schema(example = "怎样选苗") String title) {}
