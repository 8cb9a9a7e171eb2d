package org.lecturehalls.worker.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.springframework.util.FileSystemUtils;

/** Unpacks the ffmpeg of {@code org.bytedeco:ffmpeg}, which lies in a jar inside this program's jar. */
final class BundledFfmpeg {

    private static final String FOLDER = "org/bytedeco/ffmpeg/linux-x86_64-gpl/";

    private BundledFfmpeg() {}

    /** The folder with the programs; empty when none comes along for this machine. */
    static Optional<Path> unpack(Path under) throws IOException {
        URL program = BundledFfmpeg.class.getClassLoader().getResource(FOLDER + "ffmpeg");
        boolean fits = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").equals("amd64");
        if (program == null || !fits || !(program.openConnection() instanceof JarURLConnection connection)) {
            return Optional.empty();
        }
        JarEntry entry = connection.getJarEntry();
        // Another build has another size and time, and so its own folder.
        Path target = under.resolve("ffmpeg-" + Long.toHexString(entry.getCrc()) + "-" + entry.getSize());
        if (!Files.isDirectory(target)) {
            unpack(connection.getJarFile(), under, target);
        }
        return Optional.of(target);
    }

    /** Into a folder aside that is then renamed, so that two workers can start at once and a killed one leaves no half. */
    private static void unpack(JarFile jar, Path under, Path target) throws IOException {
        Files.createDirectories(under);
        Path aside = Files.createTempDirectory(under, "unpacking-");
        Enumeration<JarEntry> entries = jar.entries();
        while (entries.hasMoreElements()) {
            copy(jar, entries.nextElement(), aside);
        }
        try {
            Files.move(aside, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException otherWasFaster) {
            FileSystemUtils.deleteRecursively(aside);
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path folder) throws IOException {
        String name = entry.getName();
        boolean needed = name.startsWith(FOLDER) && !entry.isDirectory() && !name.contains("libjni");
        if (!needed) {
            return;
        }
        Path file = folder.resolve(name.substring(FOLDER.length()));
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, file);
        }
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
