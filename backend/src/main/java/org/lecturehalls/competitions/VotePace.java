package org.lecturehalls.competitions;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lecturehalls.platform.LimitExceededException;
import org.springframework.stereotype.Component;

/**
 * Stops accounts that try to vote again and again. Counts by account, never by address: a village shares one. It counts
 * tries, so that a machine which goes through all contests and entries is stopped as well.
 */
@Component
class VotePace {

    static final int ALLOWED = 10;

    private static final Duration SPELL = Duration.ofMinutes(10);
    private static final int REMEMBERED = 20_000;

    private final Map<String, Tries> tries = new Oldest();
    private final Clock clock;

    VotePace(Clock clock) {
        this.clock = clock;
    }

    /** Fails with {@link LimitExceededException} after {@value #ALLOWED} tries within ten minutes. */
    synchronized void check(String userId) {
        Instant now = clock.instant();
        Tries sofar = tries.get(userId);
        Tries next = sofar == null || sofar.since.plus(SPELL).isBefore(now)
                ? new Tries(now, 1)
                : new Tries(sofar.since, sofar.count + 1);
        if (next.count > ALLOWED) {
            throw new LimitExceededException("too-many-votes");
        }
        tries.put(userId, next);
    }

    private record Tries(Instant since, int count) {}

    private static final class Oldest extends LinkedHashMap<String, Tries> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    }
}
