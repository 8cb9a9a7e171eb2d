package org.lecturehalls.standalone.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.StartFailure;

/**
 * A document database in this process, kept in one file. It listens on this machine only, as it knows no passwords.
 */
public final class MongoPart implements Part {

    /** A thread waits while its client's write goes to disk; this many clients can share one commit. */
    private static final int CLIENT_THREADS = 32;

    private static final int RETENTION_MILLIS = 1_000;
    private static final int CACHE_MEGABYTES = 32;
    private static final int COMPACT_EVERY_SECONDS = 5;

    private final Path file;
    private final int port;
    private final String log;
    private @Nullable MongoServer server;
    private @Nullable ScheduledExecutorService upkeep;

    public MongoPart(Path folder, int port, String log) {
        this.file = folder.resolve("lecturehalls.mv");
        this.port = port;
        this.log = log;
    }

    @Override
    public String name() {
        return "MongoDB";
    }

    @Override
    public String address() {
        return "mongodb://127.0.0.1:" + port + "/lecturehalls";
    }

    @Override
    public String log() {
        return log;
    }

    @Override
    public void start() throws IOException {
        Files.createDirectories(file.getParent());
        CommittedBackend backend = new CommittedBackend(open(file));
        MongoServer started = new MongoServer(backend);
        server = started;
        started.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1, CLIENT_THREADS);
        upkeep = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mongo-upkeep");
            thread.setDaemon(true);
            return thread;
        });
        upkeep.scheduleWithFixedDelay(
                backend::compactALittle, COMPACT_EVERY_SECONDS, COMPACT_EVERY_SECONDS, TimeUnit.SECONDS);
    }

    @Override
    public boolean ready() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        if (upkeep != null) {
            upkeep.shutdown();
        }
        if (server != null) {
            server.shutdownNow();
            server = null;
        }
    }

    /**
     * Opens the store so that nothing but {@link GroupCommit} commits: a commit at another moment could fall between a document
     * and its index entry. Overwritten room is free again after a second, as each commit is synced before it is answered.
     */
    private static MVStore open(Path file) {
        try {
            // A machine that lost power while the file was written anew leaves two of them.
            MVStoreTool.compactCleanUp(file.toString());
            MVStore store = new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (MVStoreException e) {
            throw new StartFailure("The database file " + file + " cannot be opened: " + e.getMessage(), e);
        }
    }
}
