package org.lecturehalls.worker.samples;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the command line asks for.
 *
 * @param folder {@code --inspect-folder=}: the folder of samples
 * @param expect {@code --expect=}: table of expected outcomes; null to expect only that nothing fails
 * @param keep {@code --keep=}: folder that gets all results to look at; null to throw them away
 * @param trapPort {@code --trap-port=}: loopback port that hostile samples name and nobody may call
 */
public record SampleOptions(
        Path folder, @Nullable Path expect, @Nullable Path keep, int trapPort) {

    private static final String FOLDER = "--inspect-folder=";

    public static boolean asksForSamples(String[] args) {
        return value(args, FOLDER).isPresent();
    }

    public static SampleOptions parse(String[] args) {
        return new SampleOptions(
                Path.of(value(args, FOLDER).orElseThrow()),
                value(args, "--expect=").map(Path::of).orElse(null),
                value(args, "--keep=").map(Path::of).orElse(null),
                value(args, "--trap-port=").map(Integer::valueOf).orElse(18080));
    }

    private static Optional<String> value(String[] args, String option) {
        for (String arg : args) {
            if (arg.startsWith(option)) {
                return Optional.of(arg.substring(option.length()));
            }
        }
        return Optional.empty();
    }
}
