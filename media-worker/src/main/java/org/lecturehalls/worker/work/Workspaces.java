package org.lecturehalls.worker.work;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each job a folder under one that belongs to this process. A lock held for as long as the process lives tells its
 * folder from those that killed workers left behind, which are removed at the start; so several workers can share a disk.
 */
public final class Workspaces implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Workspaces.class);
    private static final String PREFIX = "run-";
    private static final String LOCK = "lock";

    private final Path root;
    private final FileChannel lockFile;

    private Workspaces(Path root, FileChannel lockFile) {
        this.root = root;
        this.lockFile = lockFile;
    }

    public static Workspaces open(Path workDir) throws IOException {
        Files.createDirectories(workDir);
        purgeAbandoned(workDir);
        Path root = Files.createTempDirectory(workDir, PREFIX);
        FileChannel channel = openLock(root);
        channel.lock();
        return new Workspaces(root, channel);
    }

    public Workspace create() throws IOException {
        return Workspace.in(root);
    }

    /** A folder for files that outlive a job, but not this process. */
    public Path shelf() throws IOException {
        return Files.createDirectories(root.resolve("shelf"));
    }

    /** Free bytes on the disk where jobs are worked on. */
    public long freeBytes() throws IOException {
        return Files.getFileStore(root).getUsableSpace();
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
        FileSystemUtils.deleteRecursively(root);
    }

    private static FileChannel openLock(Path root) throws IOException {
        return FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private static void purgeAbandoned(Path workDir) throws IOException {
        try (DirectoryStream<Path> runs = Files.newDirectoryStream(workDir, PREFIX + "*")) {
            for (Path run : runs) {
                purgeIfAbandoned(run);
            }
        }
    }

    private static void purgeIfAbandoned(Path run) {
        try (FileChannel channel = openLock(run)) {
            if (tryLock(channel) == null) {
                return;
            }
            FileSystemUtils.deleteRecursively(run);
            LOG.info("Removed {} of a worker that ended without cleaning up", run.getFileName());
        } catch (IOException e) {
            LOG.warn("Cannot remove {}: {}", run, e.toString());
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        }
    }
}
