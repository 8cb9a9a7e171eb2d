package org.lecturehalls.worker.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds LibreOffice: where the setting says, else on the path. */
public final class SofficeLocator {

    private SofficeLocator() {}

    /** Empty when it is not installed. A setting that leads nowhere is an error. */
    public static Optional<Path> locate(@Nullable Path setting) throws IOException {
        if (setting != null) {
            if (!Files.isExecutable(setting)) {
                throw new IOException("lecturehalls.worker.soffice is no program: " + setting);
            }
            return Optional.of(setting.toAbsolutePath());
        }
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        for (String entry : path.split(":")) {
            Path program = Path.of(entry.isEmpty() ? "." : entry, "soffice").toAbsolutePath();
            if (!entry.isEmpty() && Files.isExecutable(program)) {
                return Optional.of(program);
            }
        }
        return Optional.empty();
    }
}
