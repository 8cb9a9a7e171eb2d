package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Mono;

/**
 * The past of the records of one collection. A record itself holds its latest revision; that one is kept here before the
 * next takes its place, so that a crash in between leaves a copy that is made again, never a hole.
 */
public final class Trail {

    private final ReactiveMongoOperations mongo;
    private final String collection;

    public Trail(ReactiveMongoOperations mongo, Class<?> type) {
        this.mongo = mongo;
        this.collection = mongo.getCollectionName(type);
    }

    /**
     * Keeps a revision that another is about to follow.
     *
     * @param region of the record, which tells who finds the change; null when it belongs to the whole city
     */
    public Mono<Void> keep(String id, @Nullable RegionCode region, Revision revision) {
        return mongo.save(PastRevision.of(subject(id), region, revision)).then();
    }

    /**
     * What happened to a record, the latest first.
     *
     * @param latest the one the record holds; null in a record that is older than its history
     */
    public Mono<Page<Revision>> page(String id, @Nullable Revision latest, PageQuery page) {
        if (latest == null) {
            return Mono.just(new Page<>(List.of(), null));
        }
        Criteria past = where("subject").is(subject(id));
        past = past.and("revision.version")
                .lt(page.after() == null ? latest.version() : page.after().number(0));
        Query query = Query.query(past)
                .with(Sort.by(Sort.Direction.DESC, "revision.version"))
                .limit(page.readLimit());
        return mongo.find(query, PastRevision.class)
                .map(PastRevision::revision)
                .collectList()
                .map(found -> page.after() == null ? withLatest(latest, found) : found)
                .map(found -> Page.of(found, page, last -> Cursor.of(Long.toString(last.version()))));
    }

    private static List<Revision> withLatest(Revision latest, List<Revision> past) {
        List<Revision> all = new ArrayList<>(past.size() + 1);
        all.add(latest);
        all.addAll(past);
        return all;
    }

    /** Forgets the past of a record. */
    public Mono<Void> forget(String id) {
        return mongo.remove(Query.query(where("subject").is(subject(id))), PastRevision.class)
                .then();
    }

    private String subject(String id) {
        return collection + ":" + id;
    }
}
