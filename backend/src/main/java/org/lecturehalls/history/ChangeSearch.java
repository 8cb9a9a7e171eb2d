package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionScope;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds changes of all kinds of records. The latest change of a record stands in the record, so that no crash can part the
 * two, and those before it in the past; a page is put together from the first ones of each place. Each of them is read in
 * the order of an index on its time, and as little of it as fills the page.
 */
@Service
class ChangeSearch {

    private final ReactiveMongoOperations mongo;
    private final List<TrackedKind> kinds;

    ChangeSearch(ReactiveMongoOperations mongo, ObjectProvider<TrackedKind> kinds) {
        this.mongo = mongo;
        this.kinds =
                kinds.stream().sorted(Comparator.comparing(TrackedKind::name)).toList();
    }

    /** A change, and where it stands among all. */
    private record Found(ChangePlace place, TrackedKind kind, String recordId, Revision revision) {

        /** A change that came too late leaves the one before it in both places. */
        String key() {
            return ChangeSearch.key(kind, recordId) + ":" + revision.version();
        }
    }

    /** Changes of records inside the caller's region and of those of the whole city, the latest first. */
    Mono<Page<ChangeView>> find(CurrentUser user, ChangeQuery wanted, PageQuery page) {
        if (wanted.kind() != null && kinds.stream().noneMatch(wanted::wants)) {
            return Mono.error(new InvalidInputException(List.of(FieldProblem.of("kind", "unknown-record-kind"))));
        }
        ChangePlace after = page.after() == null ? null : ChangePlace.of(page.after());
        return Flux.range(0, kinds.size() + 1)
                .concatMap(source ->
                        source == 0 ? past(user, wanted, after, page) : latest(source, user, wanted, after, page))
                .sort(Comparator.comparing(Found::place, ChangePlace.ORDER))
                .distinct(Found::key)
                .take(page.readLimit())
                .collectList()
                .map(found -> Page.of(found, page, last -> last.place().cursor()))
                .flatMap(this::titled);
    }

    private Flux<Found> past(CurrentUser user, ChangeQuery wanted, @Nullable ChangePlace after, PageQuery page) {
        List<TrackedKind> asked = kinds.stream().filter(wanted::wants).toList();
        List<Criteria> visible =
                asked.stream().map(kind -> visible(kind, user, wanted)).toList();
        List<Criteria> all = new ArrayList<>(wanted.of("revision"));
        all.add(new Criteria().orOperator(visible));
        return read(0, PastRevision.class, "revision", all, after, page)
                .mapNotNull(read -> found(asked, mongo.getConverter().read(PastRevision.class, read)));
    }

    /** Those of a kind that the caller may see: their subjects are a range, since they begin with the collection's name. */
    private Criteria visible(TrackedKind kind, CurrentUser user, ChangeQuery wanted) {
        String collection = mongo.getCollectionName(kind.type());
        Criteria subject = wanted.record() == null
                ? where("subject").gte(collection + ":").lt(collection + ";")
                : where("subject").is(collection + ":" + wanted.record());
        return kind.region() == null
                ? subject
                : new Criteria().andOperator(subject, RevisedRecords.inside(user.region()));
    }

    private @Nullable Found found(List<TrackedKind> asked, PastRevision past) {
        int end = past.subject().indexOf(':');
        String collection = past.subject().substring(0, end);
        return asked.stream()
                .filter(kind -> mongo.getCollectionName(kind.type()).equals(collection))
                .findFirst()
                .map(kind -> new Found(
                        new ChangePlace(past.revision().at(), 0, past.id()),
                        kind,
                        past.subject().substring(end + 1),
                        past.revision()))
                .orElse(null);
    }

    private Flux<Found> latest(
            int source, CurrentUser user, ChangeQuery wanted, @Nullable ChangePlace after, PageQuery page) {
        TrackedKind kind = kinds.get(source - 1);
        if (!wanted.wants(kind)) {
            return Flux.empty();
        }
        List<Criteria> all = new ArrayList<>(wanted.of(kind.latest()));
        all.add(where(kind.latest()).ne(null));
        if (kind.region() != null) {
            all.add(RegionScope.inside(kind.region(), user.region()));
        }
        if (wanted.record() != null) {
            all.add(where("_id").is(wanted.record()));
        }
        return read(source, kind.type(), kind.latest(), all, after, page).map(read -> {
            Revision revision = mongo.getConverter().read(Revision.class, read.get(kind.latest(), Document.class));
            String id = String.valueOf(read.get("_id"));
            return new Found(new ChangePlace(revision.at(), source, id), kind, id, revision);
        });
    }

    /** The first ones of a place, as they are stored. */
    private Flux<Document> read(
            int source,
            Class<?> type,
            String revision,
            List<Criteria> wanted,
            @Nullable ChangePlace after,
            PageQuery page) {
        List<Criteria> all = new ArrayList<>(wanted);
        if (after != null) {
            all.add(rest(source, revision, after));
        }
        Query query = Query.query(new Criteria().andOperator(all))
                .with(Sort.by(Sort.Direction.DESC, revision + ".at", "_id"))
                .limit(page.readLimit());
        return mongo.find(query, Document.class, mongo.getCollectionName(type));
    }

    private static Criteria rest(int source, String revision, ChangePlace after) {
        String at = revision + ".at";
        if (source > after.source()) {
            return where(at).lte(after.at());
        }
        return source < after.source()
                ? where(at).lt(after.at())
                : new Criteria()
                        .orOperator(
                                where(at).lt(after.at()),
                                where(at).is(after.at()).and("_id").lt(after.id()));
    }

    /** With what people know the records by. */
    private Mono<Page<ChangeView>> titled(Page<Found> page) {
        return Flux.fromIterable(page.items())
                .groupBy(Found::kind)
                .concatMap(group -> group.map(Found::recordId)
                        .distinct()
                        .collectList()
                        .flatMapMany(ids -> titles(group.key(), ids)))
                .collectMap(Title::key, Title::text)
                .map(titles -> page.map(found -> view(found, titles.get(key(found.kind(), found.recordId())))));
    }

    private record Title(String key, String text) {}

    private Flux<Title> titles(TrackedKind kind, List<String> ids) {
        String title = kind.title();
        if (title == null) {
            return Flux.empty();
        }
        Query query = Query.query(where("_id").in(ids));
        query.fields().include(title);
        return mongo.find(query, Document.class, mongo.getCollectionName(kind.type()))
                .mapNotNull(read -> {
                    String text = read.getEmbedded(List.of(title.split("\\.")), String.class);
                    return text == null ? null : new Title(key(kind, String.valueOf(read.get("_id"))), text);
                });
    }

    private static String key(TrackedKind kind, String recordId) {
        return kind.name() + ":" + recordId;
    }

    private static ChangeView view(Found found, @Nullable String title) {
        Revision revision = found.revision();
        return new ChangeView(
                found.key(),
                found.kind().name(),
                found.recordId(),
                title,
                revision.version(),
                revision.authorId(),
                revision.authorName(),
                revision.at(),
                revision.kind(),
                revision.changes());
    }
}
