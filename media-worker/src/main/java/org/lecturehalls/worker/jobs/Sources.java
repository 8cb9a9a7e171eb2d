package org.lecturehalls.worker.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.lecturehalls.media.contract.RefusalCode;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.RefusedException;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;
import org.lecturehalls.worker.work.WorkFailedException;
import org.lecturehalls.worker.work.Workspace;
import org.lecturehalls.worker.work.Workspaces;

/**
 * Brings sources into workspaces. The last few stay on a shelf, as second names of the same files, for the other parts of
 * their videos: a workspace that goes takes only its own name along.
 */
final class Sources {

    private static final int SHELF = 2;
    private static final String PREPARED = "#prepared";

    private final Workspaces workspaces;
    private final ObjectStore store;
    private final long diskReserve;
    private final Map<String, Path> shelf = new LinkedHashMap<>(4, 0.75f, true);
    private final Map<String, Object> fetching = new LinkedHashMap<>();

    Sources(Workspaces workspaces, ObjectStore store, long diskReserve) {
        this.workspaces = workspaces;
        this.store = store;
        this.diskReserve = diskReserve;
    }

    /** An object with the size that was announced. */
    record Wanted(String bucket, String key, long bytes) {}

    /** What may still have to be done to a source. */
    @FunctionalInterface
    interface Preparation {
        void run() throws IOException, WorkException;
    }

    /** Whether the disk is so full that work fails here which another worker could do. */
    boolean diskIsFull() {
        try {
            return workspaces.freeBytes() < diskReserve;
        } catch (IOException e) {
            return true;
        }
    }

    /** Makes room on the disk for work that needs so many bytes. */
    void makeRoomFor(long bytes) throws IOException, WorkException {
        makeRoom(bytes + diskReserve);
    }

    /** From the store. */
    void fetch(Wanted wanted, Workspace workspace, StopSignal stop, LongConsumer read)
            throws IOException, WorkException {
        makeRoom(2 * wanted.bytes() + diskReserve);
        long bytes = store.fetch(wanted.bucket(), wanted.key(), workspace.source(), wanted.bytes(), stop, read);
        if (bytes > wanted.bytes()) {
            throw new RefusedException(
                    RefusalCode.FILE_TOO_LARGE, "More than the announced " + wanted.bytes() + " bytes.");
        }
        if (bytes < wanted.bytes()) {
            throw new WorkFailedException("Only " + bytes + " of " + wanted.bytes() + " bytes arrived from the store.");
        }
        shelve(wanted.key(), workspace);
    }

    /** From the shelf if it is there. */
    void fetchShared(Wanted wanted, Workspace workspace, StopSignal stop) throws IOException, WorkException {
        once(wanted.key(), workspace, stop, () -> fetch(wanted, workspace, stop, read -> {}));
    }

    /** The same for a source that is prepared first. */
    void fetchPrepared(Wanted wanted, Workspace workspace, StopSignal stop, Preparation preparation)
            throws IOException, WorkException {
        once(wanted.key() + PREPARED, workspace, stop, () -> {
            fetchShared(wanted, workspace, stop);
            preparation.run();
            shelve(wanted.key() + PREPARED, workspace);
        });
    }

    /** Parts that want the same source at the same time wait for one of them to bring it. */
    private void once(String name, Workspace workspace, StopSignal stop, Preparation bring)
            throws IOException, WorkException {
        Object turn;
        synchronized (this) {
            turn = fetching.computeIfAbsent(name, key -> new Object());
        }
        synchronized (turn) {
            stop.check();
            if (!take(name, workspace)) {
                bring.run();
            }
        }
        synchronized (this) {
            fetching.remove(name, turn);
        }
    }

    private synchronized boolean take(String name, Workspace workspace) throws IOException, WorkException {
        Path kept = shelf.get(name);
        if (kept == null || !Files.isRegularFile(kept)) {
            return false;
        }
        if (diskIsFull()) {
            throw new WorkFailedException("The worker's disk is too full.");
        }
        Files.createLink(workspace.source(), kept);
        return true;
    }

    private synchronized void shelve(String name, Workspace workspace) throws IOException {
        Path kept = workspaces.shelf().resolve(Integer.toHexString(name.hashCode()) + "-" + System.nanoTime());
        try {
            Files.createLink(kept, workspace.source());
        } catch (UnsupportedOperationException noLinksHere) {
            return;
        }
        drop(shelf.put(name, kept));
        Iterator<Path> oldest = shelf.values().iterator();
        for (int more = shelf.size() - SHELF; more > 0; more--) {
            drop(oldest.next());
            oldest.remove();
        }
    }

    private synchronized void makeRoom(long needed) throws IOException, WorkException {
        if (workspaces.freeBytes() < needed) {
            List<Path> all = new ArrayList<>(shelf.values());
            shelf.clear();
            for (Path kept : all) {
                drop(kept);
            }
        }
        if (workspaces.freeBytes() < needed) {
            throw new WorkFailedException(
                    "The worker's disk is too full: " + workspaces.freeBytes() + " of " + needed + " bytes.");
        }
    }

    private static void drop(@org.jspecify.annotations.Nullable Path kept) throws IOException {
        if (kept != null) {
            Files.deleteIfExists(kept);
        }
    }
}
