package org.lecturehalls.worker.sandbox;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a program may use.
 *
 * @param wallClock time until it is killed
 * @param cpu processor time over all its threads
 * @param memory address space
 * @param fileSize size of each file it writes
 * @param output text it may print on standard output
 * @param niceness how far it steps back when others want the processors, from 0 to 19
 */
public record SandboxLimits(
        Duration wallClock, Duration cpu, DataSize memory, DataSize fileSize, DataSize output, int niceness) {

    private static final int BACKGROUND = 10;

    /** Open files; the libraries of LibreOffice alone are some two hundred. */
    static final int OPEN_FILES = 1024;

    /** Processes and threads of the user; only stops a fork bomb, since the worker's own threads count too. */
    static final int PROCESSES = 8192;

    public SandboxLimits(Duration wallClock, Duration cpu, DataSize memory, DataSize fileSize, DataSize output) {
        this(wallClock, cpu, memory, fileSize, output, 0);
    }

    /** For what nobody waits for: what somebody does, and the worker itself, go first. */
    public SandboxLimits inBackground() {
        return new SandboxLimits(wallClock, cpu, memory, fileSize, output, BACKGROUND);
    }

    public SandboxLimits withTime(Duration wallClock, Duration cpu) {
        return new SandboxLimits(wallClock, cpu, memory, fileSize, output, niceness);
    }
}
