package org.lecturehalls.answers;

import java.time.Clock;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The answers that were given last, in bounded room: the one that nobody asked for longest makes way. */
@Component
public class SharedAnswers {

    static final int LARGEST_BYTES = 128 * 1024;
    private static final long ROOM_BYTES = 16L * 1024 * 1024;
    private static final int OVERHEAD_BYTES = 512;

    private final Clock clock;
    private final Map<String, KeptAnswer> kept = new LinkedHashMap<>(256, 0.75f, true);
    private final AtomicLong changes = new AtomicLong();
    private long bytes;

    SharedAnswers(Clock clock) {
        this.clock = clock;
    }

    /**
     * Something has changed that answers below a path tell of.
     *
     * @param path for example {@code /api/v1/courses}
     */
    public synchronized void forget(String path) {
        changes.incrementAndGet();
        Iterator<Map.Entry<String, KeptAnswer>> all = kept.entrySet().iterator();
        while (all.hasNext()) {
            Map.Entry<String, KeptAnswer> each = all.next();
            if (each.getKey().startsWith(path)) {
                bytes -= size(each.getValue());
                all.remove();
            }
        }
    }

    /** Counts what was forgotten, so that an answer that was worked out meanwhile is not kept. */
    long changes() {
        return changes.get();
    }

    synchronized @Nullable KeptAnswer find(String key, Duration fresh) {
        KeptAnswer found = kept.get(key);
        return found != null && found.isFresh(clock.instant(), fresh) ? found : null;
    }

    synchronized void keep(String key, KeptAnswer answer, long changesBefore) {
        if (answer.body().length > LARGEST_BYTES || changes.get() != changesBefore) {
            return;
        }
        KeptAnswer former = kept.put(key, answer);
        bytes += size(answer) - (former == null ? 0 : size(former));
        Iterator<KeptAnswer> eldest = kept.values().iterator();
        while (bytes > ROOM_BYTES) {
            bytes -= size(eldest.next());
            eldest.remove();
        }
    }

    private static long size(KeptAnswer answer) {
        return answer.body().length + OVERHEAD_BYTES;
    }
}
