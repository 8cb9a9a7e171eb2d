package org.lecturehalls.standalone.mongo;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import de.bwaldvogel.mongo.backend.h2.H2Database;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.message.MongoQuery;
import io.netty.channel.Channel;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVStore;

/** The H2 backend, except that a write is answered only when it is on disk. */
final class CommittedBackend extends H2Backend {

    /** Commands known to change nothing; what is not listed counts as a write. */
    private static final Set<String> READS = Set.of(
            "buildinfo",
            "collstats",
            "connectionstatus",
            "count",
            "dbstats",
            "distinct",
            "endsessions",
            "find",
            "getcmdlineopts",
            "getlasterror",
            "getlog",
            "getmore",
            "hello",
            "hostinfo",
            "ismaster",
            "killcursors",
            "listcollections",
            "listdatabases",
            "listindexes",
            "ping",
            "serverstatus",
            "validate",
            "whatsmyuri");

    private static final int COMPACT_BELOW_PERCENT = 50;
    private static final int COMPACT_STEP_BYTES = 2 * 1024 * 1024;
    private static final int COMPACT_STEPS = 8;
    private static final long WRITE_ANEW_UP_TO_BYTES = 512L * 1024 * 1024;
    private static final int COMPACT_ON_CLOSE_MILLIS = 10_000;

    private final MVStore store;
    private final GroupCommit commits;

    CommittedBackend(MVStore store) {
        super(store);
        this.store = store;
        this.commits = new GroupCommit(store);
    }

    /** An inner class, because such a one knows the store already when the super constructor opens the collections. */
    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        MVStore opened = getMvStore();
        return new H2Database(databaseName, opened, getCursorRegistry()) {
            @Override
            protected MongoCollection<Object> openOrCreateCollection(String name, CollectionOptions options) {
                String fullName = getFullCollectionNamespace(name);
                return new KeyedCollection(
                        this,
                        name,
                        options,
                        opened.openMap("databases." + fullName),
                        opened.openMap("meta." + fullName),
                        cursorRegistry);
            }
        };
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        Supplier<Document> run = () -> super.handleCommand(channel, databaseName, command, query);
        return isRead(command, query) ? read(run) : commits.write(run);
    }

    @Override
    public QueryResult handleQuery(MongoQuery query) {
        return read(() -> super.handleQuery(query));
    }

    /** Gives back room that overwritten documents took, in steps that writers hardly notice. */
    void compactALittle() {
        boolean more = true;
        for (int step = 0; more && step < COMPACT_STEPS; step++) {
            more = commits.exclusively(this::compactStep);
        }
    }

    /** Small databases are written anew without gaps; a large one would keep the person at the terminal waiting. */
    @Override
    public void close() {
        boolean small = liveBytes() <= WRITE_ANEW_UP_TO_BYTES;
        commits.exclusively(() -> {
            store.close(small ? -1 : COMPACT_ON_CLOSE_MILLIS);
            return true;
        });
        super.close();
    }

    private boolean compactStep() {
        if (store.isClosed() || !store.compact(COMPACT_BELOW_PERCENT, COMPACT_STEP_BYTES)) {
            return false;
        }
        store.commit();
        store.sync();
        return true;
    }

    private long liveBytes() {
        FileStore<?> file = store.getFileStore();
        return file.size() / 100 * file.getChunksFillRate();
    }

    /** Keeps the pages that a long read walks over from being reused meanwhile. */
    private <T> T read(Supplier<T> query) {
        MVStore.TxCounter pinned = store.registerVersionUsage();
        try {
            return query.get();
        } finally {
            store.deregisterVersionUsage(pinned);
        }
    }

    private static boolean isRead(String command, Document query) {
        String name = command.toLowerCase(Locale.ROOT);
        return READS.contains(name) || ("aggregate".equals(name) && !writesItsResult(query));
    }

    private static boolean writesItsResult(Document aggregate) {
        return aggregate.get("pipeline") instanceof Collection<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Document document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }
}
