package org.lecturehalls.worker.work;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells running work to stop. Long steps either ask from time to time, or register what shall happen at once, such as the
 * kill of a process. The first reason stays.
 */
public final class StopSignal {

    private final Set<Runnable> hooks = new LinkedHashSet<>();
    private @Nullable StopReason reason;

    public void stop(StopReason why) {
        List<Runnable> toRun;
        synchronized (this) {
            if (reason != null) {
                return;
            }
            reason = why;
            toRun = new ArrayList<>(hooks);
        }
        toRun.forEach(Runnable::run);
    }

    /** Throws when the work shall stop. */
    public synchronized void check() throws WorkStoppedException {
        if (reason != null) {
            throw new WorkStoppedException(reason);
        }
    }

    /** Runs the hook when the work shall stop, at once if that was said before; until the registration is closed. */
    public Registration onStop(Runnable hook) {
        boolean stopped;
        synchronized (this) {
            stopped = reason != null;
            hooks.add(hook);
        }
        if (stopped) {
            hook.run();
        }
        return () -> remove(hook);
    }

    private synchronized void remove(Runnable hook) {
        hooks.remove(hook);
    }

    /** Ends with {@code close()} what {@link #onStop} began. */
    public interface Registration extends AutoCloseable {
        @Override
        void close();
    }
}
