package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;

/**
 * Content that is ready to take the place of what people watch or read, and is to be reviewed before.
 *
 * @param id of its asset
 * @param replaced the asset whose content it is to take the place of
 * @param ownerId whose both are
 * @param replacedName of the file that it takes the place of
 * @param durationSeconds of a video
 * @param pages of a document
 * @param encodesAgain whether it is the same file with another of its sounds
 * @param readyAt since when it can be looked at
 */
public record Replacement(
        String id,
        String replaced,
        MediaKind kind,
        String ownerId,
        String fileName,
        String replacedName,
        @Nullable Double durationSeconds,
        @Nullable Integer pages,
        boolean encodesAgain,
        Instant readyAt) {}
