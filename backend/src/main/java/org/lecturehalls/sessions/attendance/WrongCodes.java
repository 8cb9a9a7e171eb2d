package org.lecturehalls.sessions.attendance;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Stops people from trying six digits until some fit. Counts by person and session, never by address: a village shares one.
 * With {@value #ALLOWED} tries in five minutes a guess succeeds once in some 50,000 such spells.
 */
@Component
public class WrongCodes {

    static final int ALLOWED = 10;

    private static final Duration SPELL = Duration.ofMinutes(5);
    private static final int REMEMBERED = 20_000;

    private final Map<String, Tries> tries = new Oldest();
    private final Clock clock;

    WrongCodes(Clock clock) {
        this.clock = clock;
    }

    public synchronized boolean mayTry(String sessionId, String person) {
        var sofar = tries.get(key(sessionId, person));
        return sofar == null || sofar.count < ALLOWED || isOver(sofar);
    }

    public synchronized void note(String sessionId, String person) {
        var fresh = new Tries(clock.instant(), 1);
        tries.merge(key(sessionId, person), fresh, (old, one) -> isOver(old) ? one : old.next());
    }

    private boolean isOver(Tries tries) {
        return tries.since.plus(SPELL).isBefore(clock.instant());
    }

    private static String key(String sessionId, String person) {
        return sessionId + " " + person;
    }

    private record Tries(Instant since, int count) {
        Tries next() {
            return new Tries(since, count + 1);
        }
    }

    private static final class Oldest extends LinkedHashMap<String, Tries> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > REMEMBERED;
        }
    }
}
