package org.lecturehalls.worker.work;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * The folder of one job: the source under a fixed name, the results, and a place for temporary files of other programs.
 * Closing it removes everything.
 */
public record Workspace(Path folder) implements AutoCloseable {

    /** Name of the source inside the folder. Fixed, so that no person's file name reaches a command line. */
    public static final String SOURCE = "source";

    public static Workspace in(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, "job-");
        Files.createDirectory(folder.resolve("out"));
        Files.createDirectory(folder.resolve("tmp"));
        return new Workspace(folder);
    }

    public Path source() {
        return folder.resolve(SOURCE);
    }

    /** Where results go that shall be stored. */
    public Path out() {
        return folder.resolve("out");
    }

    /** Home and temporary folder of the programs that are run. */
    public Path tmp() {
        return folder.resolve("tmp");
    }

    @Override
    public void close() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }
}
