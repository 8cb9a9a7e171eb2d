package org.lecturehalls.deployment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the project, as a person who cloned it sees them. */
final class Project {

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private Project() {}

    static Path file(String path) {
        return ROOT.resolve(path).normalize();
    }

    static String read(String path) {
        return read(file(path));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files under a folder with the given ending, without what a build made. */
    static List<Path> files(String folder, String ending) {
        try (Stream<Path> found = Files.walk(file(folder))) {
            return found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .filter(file -> !isMade(file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMade(Path file) {
        return Stream.of("target", "node_modules", ".run", ".data", "dist")
                .anyMatch(folder -> ROOT.relativize(file).startsWith(folder)
                        || ROOT.relativize(file).toString().contains("/" + folder + "/"));
    }
}
