package org.lecturehalls.worker.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkException;

/** Moves files between the disk and the store. Nothing is ever held in memory as a whole. */
public interface ObjectStore {

    /**
     * Writes an object to a file.
     *
     * @param most bytes after which it stops reading, because the object is larger than announced
     * @param read hears how many bytes have arrived
     * @return bytes written
     */
    long fetch(String bucket, String key, Path file, long most, StopSignal stop, LongConsumer read)
            throws IOException, WorkException;

    /** Appends a stretch of an object to a file. */
    void append(String bucket, String key, long offset, long length, Path file) throws WorkException;

    void store(String bucket, String key, Path file) throws WorkException;

    /** Removes an object; does nothing when there is none. */
    void remove(String bucket, String key) throws WorkException;
}
