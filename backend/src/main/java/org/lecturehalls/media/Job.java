package org.lecturehalls.media;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.JobStep;
import org.lecturehalls.media.contract.RefusalCode;

/**
 * The work that turns an asset's source into what can be played or read. It is part of the asset's document, so that
 * one atomic write changes both.
 *
 * @param token fencing token of the latest attempt; larger than that of every attempt that is void
 * @param attempt how often the work was begun since it was last wanted
 * @param prefix where the running attempt stores, or the successful one has stored; null when neither is
 * @param leaseUntil when the running attempt is given up unless it is heard of
 * @param sentAt when a message was last sent to the workers
 * @param detail why it failed, or what about the file is not acceptable; one English sentence
 * @param outputTail the last lines that the external program printed
 * @param startedAt when the latest attempt was given to a worker
 * @param endedAt when it was done, refused or had failed
 * @param failures how often it has failed, also before it was wanted again
 * @param deadSince since when it is among those that an officer should look at, because trying again has not helped
 */
record Job(
        JobState state,
        long token,
        int attempt,
        @Nullable JobStep step,
        int percent,
        @Nullable String prefix,
        @Nullable String workerId,
        @Nullable Instant leaseUntil,
        @Nullable Instant sentAt,
        @Nullable RefusalCode refusal,
        @Nullable String detail,
        @Nullable String outputTail,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt,
        @Nullable Integer failures,
        @Nullable Instant deadSince) {

    static Job queued() {
        return new Job(
                JobState.QUEUED, 0, 0, null, 0, null, null, null, null, null, null, null, null, null, null, null);
    }

    /** Whether one more failure shows that trying again does not help. */
    boolean failsOften(int bound) {
        return (failures == null ? 0 : failures) + 1 >= bound;
    }

    boolean isOpen() {
        return state == JobState.QUEUED || state == JobState.RUNNING;
    }

    /** Whether a worker is at it and was heard of lately. */
    boolean isAlive(Instant now) {
        return state == JobState.RUNNING && leaseUntil != null && leaseUntil.isAfter(now);
    }
}
