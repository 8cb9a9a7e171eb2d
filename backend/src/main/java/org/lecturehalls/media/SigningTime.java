package org.lecturehalls.media;

import java.time.Duration;
import java.time.Instant;

/**
 * When addresses are said to be signed, and for how long they work. The time is rounded down, so that everybody who asks
 * within the same stretch gets the same addresses and caches can serve them; each works for at least half of its life.
 *
 * @param signedAt rounded
 * @param validity from then
 */
record SigningTime(Instant signedAt, Duration validity) {

    static SigningTime at(Instant now, Duration validity) {
        long stretch = Math.max(1, validity.toSeconds() / 2);
        return new SigningTime(Instant.ofEpochSecond(now.getEpochSecond() / stretch * stretch), validity);
    }

    Instant expiresAt() {
        return signedAt.plus(validity);
    }
}
