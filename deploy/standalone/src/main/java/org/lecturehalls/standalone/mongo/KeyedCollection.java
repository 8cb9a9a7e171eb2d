package org.lecturehalls.standalone.mongo;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.backend.h2.H2Collection;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds documents by an index also when the filter asks for more than the index's fields: those that the index names are held
 * against the whole filter. H2's own collection walks over every document then.
 */
final class KeyedCollection extends H2Collection {

    private final List<Index<Object>> known = new CopyOnWriteArrayList<>();

    KeyedCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            MVMap<Object, Document> documents,
            MVMap<String, Object> figures,
            CursorRegistry cursors) {
        super(database, name, options, documents, figures, cursors);
    }

    @Override
    public void addIndex(Index<Object> index) {
        super.addIndex(index);
        boolean isNew = known.stream().noneMatch(other -> other.getName().equals(index.getName()));
        if (isNew && index.isUnique()) {
            known.add(index);
        }
    }

    @Override
    public void dropIndex(String name) {
        super.dropIndex(name);
        known.removeIf(index -> index.getName().equals(name));
    }

    @Override
    protected QueryResult queryDocuments(
            Document filter, @Nullable Document order, int skip, int limit, int batch, @Nullable Document fields) {
        for (Index<Object> index : known) {
            Document keys = keysOf(index, filter);
            if (keys != null && index.canHandle(keys)) {
                return matchDocuments(filter, index.getPositions(keys), order, skip, limit, batch, fields);
            }
        }
        return super.queryDocuments(filter, order, skip, limit, batch, fields);
    }

    /** What the filter asks of the index's fields; null when it says nothing of one of them, or nothing that can be looked up. */
    private static @Nullable Document keysOf(Index<Object> index, Document filter) {
        Document keys = new Document();
        boolean compound = index.getKeys().size() > 1;
        for (IndexKey key : index.getKeys()) {
            Object wanted = filter.get(key.getKey());
            if (wanted == null || (compound && !isPlain(wanted))) {
                return null;
            }
            keys.put(key.getKey(), wanted);
        }
        return keys;
    }

    private static boolean isPlain(Object wanted) {
        return !(wanted instanceof Document || wanted instanceof Collection || wanted instanceof BsonRegularExpression);
    }
}
