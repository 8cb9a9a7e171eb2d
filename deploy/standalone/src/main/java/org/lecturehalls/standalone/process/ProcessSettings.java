package org.lecturehalls.standalone.process;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a part that is a process is run.
 *
 * @param name name for people
 * @param address where it can be reached
 * @param command what to run
 * @param environment variables it gets besides the launcher's own
 * @param log where its output goes
 * @param readyUrl answers 200 once the part is ready; absent when the part says so in its output
 * @param readyLine what the part prints once it is ready
 * @param patience how long it may take to be ready
 */
public record ProcessSettings(
        String name,
        String address,
        List<String> command,
        Map<String, String> environment,
        Path log,
        @Nullable URI readyUrl,
        @Nullable Pattern readyLine,
        Duration patience) {

    /** The environment holds secrets. */
    @Override
    public String toString() {
        return "ProcessSettings[" + name + "]";
    }
}
