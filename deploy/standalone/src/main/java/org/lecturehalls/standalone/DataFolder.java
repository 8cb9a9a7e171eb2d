package org.lecturehalls.standalone;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.StartFailure;

/** The folder that holds everything the platform remembers. One launcher at a time uses it. */
final class DataFolder implements AutoCloseable {

    private static final double BYTES_PER_GIB = 1024.0 * 1024 * 1024;

    private final Path folder;
    private final FileChannel lockFile;
    private final FileLock lock;

    private DataFolder(Path folder, FileChannel lockFile, FileLock lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    static DataFolder open(Path folder, long bytesNeeded) {
        try {
            create(folder);
            requireRoom(folder, bytesNeeded);
            return lock(folder);
        } catch (IOException e) {
            throw new StartFailure("The data folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    Path path(String name) {
        return folder.resolve(name);
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    Path root() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        lock.release();
        lockFile.close();
    }

    /** Nobody else may look into it: it holds what is not published yet. */
    private static void create(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static void requireRoom(Path folder, long bytesNeeded) throws IOException {
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < bytesNeeded) {
            throw new StartFailure(String.format(
                    Locale.ROOT,
                    "Only %.1f GiB are free on the disk of %s; at least %.1f GiB are needed.",
                    free / BYTES_PER_GIB,
                    folder,
                    bytesNeeded / BYTES_PER_GIB));
        }
    }

    private static DataFolder lock(Path folder) throws IOException {
        Path file = folder.resolve("lock");
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock lock = tryLock(channel);
        if (lock == null) {
            String holder = Files.readString(file).strip();
            channel.close();
            throw new StartFailure(
                    "A platform already runs on the data folder " + folder + " (process " + holder + ").");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return new DataFolder(folder, channel, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
