package org.lecturehalls.worker.sandbox;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The part of a command line that sets limits, and the environment. */
final class SandboxArguments {

    private SandboxArguments() {}

    static List<String> limits(SandboxLimits limits) {
        return List.of(
                "nice",
                "-n",
                Integer.toString(limits.niceness()),
                "prlimit",
                "--as=" + limits.memory().toBytes(),
                "--cpu=" + Math.max(1, limits.cpu().toSeconds()),
                "--fsize=" + limits.fileSize().toBytes(),
                "--nofile=" + SandboxLimits.OPEN_FILES,
                "--nproc=" + SandboxLimits.PROCESSES,
                "--core=0",
                "--");
    }

    static Map<String, String> environment(Path home) {
        return Map.of(
                "PATH",
                "/usr/local/bin:/usr/bin:/bin",
                "HOME",
                home.toString(),
                "TMPDIR",
                home.toString(),
                "XDG_RUNTIME_DIR",
                home.toString(),
                "LANG",
                "C.UTF-8",
                // Otherwise the C library reserves address space for each processor, and the memory limit counts that.
                "MALLOC_ARENA_MAX",
                "4");
    }
}
