package org.lecturehalls.media;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.media.StorageViews.HallUse;
import org.lecturehalls.media.StorageViews.OwnUse;
import org.lecturehalls.media.StorageViews.RegionUse;
import org.lecturehalls.media.StorageViews.UploaderLine;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Limits;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionScope;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.aggregation.Aggregation;
import org.springframework.data.mongodb.core.aggregation.AggregationOperation;
import org.springframework.data.mongodb.core.aggregation.GroupOperation;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows what the files of a region, its halls and its uploaders take up. */
@Component
class StorageReport {

    private final ReactiveMongoOperations mongo;
    private final UploadRecords uploads;
    private final PeopleDirectory people;
    private final Limits limits;

    StorageReport(ReactiveMongoOperations mongo, UploadRecords uploads, PeopleDirectory people, Limits limits) {
        this.mongo = mongo;
        this.uploads = uploads;
        this.people = people;
        this.limits = limits;
    }

    /** What the caller's own files take up, and what may still come. */
    Mono<OwnUse> own(CurrentUser user) {
        return mongo.find(Query.query(where("ownerId").is(user.id())), UploaderUse.class)
                .map(UploaderUse::use)
                .reduce(StorageSums.NONE, StorageSums::plus)
                .zipWith(uploads.unfinishedOf(user.id()).map(Upload::size).reduce(0L, Long::sum))
                .map(both -> new OwnUse(
                        both.getT1(), both.getT2(), limits.perPerson().toBytes()));
    }

    Mono<RegionUse> all(CurrentUser user) {
        Aggregation sum = Aggregation.newAggregation(Aggregation.match(inside(user)), summed(Aggregation.group()));
        return mongo.aggregate(sum, "storageUse", Document.class)
                .next()
                .map(found -> new RegionUse(
                        sums(found), found.get("accounts", Number.class).longValue()))
                .defaultIfEmpty(new RegionUse(StorageSums.NONE, 0));
    }

    /** Uploaders of the region, those with most first. */
    Mono<Page<UploaderLine>> uploaders(CurrentUser user, PageQuery page) {
        Query query = Query.query(new Criteria()
                        .andOperator(inside(user), where("total").gt(0), rest(page.after(), "total", "_id")))
                .with(Sort.by(Sort.Order.desc("total"), Sort.Order.asc("_id")))
                .limit(page.readLimit());
        return mongo.find(query, UploaderUse.class)
                .collectList()
                .map(read -> Page.of(read, page, use -> Cursor.of(Long.toString(use.total()), use.id())))
                .flatMap(found ->
                        named(found.items()).map(names -> found.map(use -> line(use, names.get(use.ownerId())))));
    }

    private Mono<Map<String, String>> named(List<UploaderUse> uses) {
        List<String> ids = uses.stream().map(UploaderUse::ownerId).toList();
        return people.names(ids);
    }

    private UploaderLine line(UploaderUse use, @Nullable String name) {
        return new UploaderLine(
                use.id(),
                use.ownerId(),
                name,
                use.region(),
                use.hallName(),
                use.use(),
                use.total(),
                limits.perPerson().toBytes());
    }

    /** Halls of the region, those with most first. Files of uploaders without a hall are in none. */
    Mono<Page<HallUse>> halls(CurrentUser user, PageQuery page) {
        List<AggregationOperation> steps = List.of(
                Aggregation.match(new Criteria()
                        .andOperator(
                                inside(user),
                                where("hallId").ne(null),
                                where("total").gt(0))),
                summed(Aggregation.group("hallId"))
                        .sum("total")
                        .as("total")
                        .max("hallName")
                        .as("name"),
                Aggregation.match(rest(page.after(), "total", "_id")),
                Aggregation.sort(Sort.by(Sort.Order.desc("total"), Sort.Order.asc("_id"))),
                Aggregation.limit(page.readLimit()));
        return mongo.aggregate(Aggregation.newAggregation(steps), "storageUse", Document.class)
                .map(StorageReport::hall)
                .collectList()
                .map(read -> Page.of(read, page, hall -> Cursor.of(Long.toString(hall.total()), hall.id())));
    }

    private static HallUse hall(Document found) {
        return new HallUse(
                Objects.requireNonNull(found.getString("_id")),
                Objects.requireNonNullElse(found.getString("name"), ""),
                sums(found),
                number(found, "total"),
                number(found, "accounts"));
    }

    private static GroupOperation summed(GroupOperation group) {
        return group.count()
                .as("accounts")
                .sum("use.files")
                .as("files")
                .sum("use.sources")
                .as("sources")
                .sum("use.renditions")
                .as("renditions")
                .sum("use.documents")
                .as("documents")
                .sum("use.photos")
                .as("photos")
                .sum("use.counted")
                .as("counted");
    }

    private static StorageSums sums(Document found) {
        return new StorageSums(
                number(found, "files"),
                number(found, "sources"),
                number(found, "renditions"),
                number(found, "documents"),
                number(found, "photos"),
                number(found, "counted"));
    }

    private static long number(Document found, String field) {
        return found.get(field) instanceof Number number ? number.longValue() : 0;
    }

    private static Criteria rest(@Nullable Cursor after, String value, String id) {
        if (after == null) {
            return new Criteria();
        }
        long last = after.number(0);
        return new Criteria()
                .orOperator(where(value).lt(last), where(value).is(last).and(id).gt(after.value(1)));
    }

    private static Criteria inside(CurrentUser user) {
        return RegionScope.inside("region", user.region());
    }
}
