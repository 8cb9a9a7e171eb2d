package org.lecturehalls.worker.jobs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lecturehalls.worker.store.ObjectStore;
import org.lecturehalls.worker.work.WorkException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what an attempt makes, and knows what to remove when the attempt comes to nothing. */
final class Storing {

    private static final Logger LOG = LoggerFactory.getLogger(Storing.class);

    private final ObjectStore store;
    private final String bucket;
    private final String prefix;
    private final List<String> stored = new ArrayList<>();

    Storing(ObjectStore store, String bucket, String prefix) {
        this.store = store;
        this.bucket = bucket;
        this.prefix = prefix;
    }

    void store(Path file) throws WorkException {
        String key = prefix + file.getFileName();
        stored.add(key);
        store.store(bucket, key, file);
    }

    void removeAll() {
        for (String key : stored) {
            try {
                store.remove(bucket, key);
            } catch (WorkException e) {
                LOG.warn("{} stays in the store: {}", key, e.getMessage());
            }
        }
    }
}
