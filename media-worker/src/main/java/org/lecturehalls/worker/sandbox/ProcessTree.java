package org.lecturehalls.worker.sandbox;

import java.util.List;

/** A program and all it has started. */
final class ProcessTree {

    private ProcessTree() {}

    /** Kills all of it. Does nothing to what has ended. */
    static void kill(Process process) {
        if (!process.isAlive()) {
            return;
        }
        // Listed before the root dies, since orphans lose their parent.
        List<ProcessHandle> below = process.descendants().toList();
        process.destroyForcibly();
        below.forEach(ProcessHandle::destroyForcibly);
    }
}
