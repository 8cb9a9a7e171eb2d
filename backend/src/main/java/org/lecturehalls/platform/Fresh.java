package org.lecturehalls.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values that hold for a short time, in bounded room: the eldest makes way. */
public final class Fresh<V> {

    private final Duration fresh;
    private final Clock clock;
    private final Map<String, Kept<V>> kept;

    /**
     * @param fresh how long a value may be given again
     * @param most how much is kept
     */
    public Fresh(Duration fresh, int most, Clock clock) {
        this.fresh = fresh;
        this.clock = clock;
        this.kept = new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Kept<V>> eldest) {
                return size() > most;
            }
        };
    }

    private record Kept<V>(Instant at, V value) {

        /** Not from the future either: a clock that was set back makes nothing last longer. */
        boolean isFresh(Instant now, Duration fresh) {
            return !now.isBefore(at) && now.isBefore(at.plus(fresh));
        }
    }

    public synchronized @Nullable V find(String key) {
        Kept<V> found = kept.get(key);
        return found != null && found.isFresh(clock.instant(), fresh) ? found.value() : null;
    }

    public synchronized void keep(String key, V value) {
        kept.put(key, new Kept<>(clock.instant(), value));
    }

    public synchronized void forget(String key) {
        kept.remove(key);
    }

    public synchronized void clear() {
        kept.clear();
    }
}
