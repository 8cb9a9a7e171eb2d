package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.VideoPlan;

/**
 * A video while many workers share it. Part of its asset's document.
 *
 * @param token of the attempt that planned; the job keeps it until it ends
 * @param plan how it is cut
 * @param since when sharing began
 * @param framesDone frames of the picture that are encoded, as workers said last
 * @param etaSeconds how much longer it takes at the pace so far; null before there is one
 * @param playable whether the beginning can be watched
 */
record SharedVideo(
        long token,
        VideoPlan plan,
        Instant since,
        long framesDone,
        @Nullable Long etaSeconds,
        boolean playable) {}
