package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.FieldChange;
import org.lecturehalls.history.Revision;
import org.lecturehalls.history.Trail;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Where courses are kept. Every list has its scope in the query itself. */
@Component
class CourseStore {

    private final ReactiveMongoOperations mongo;
    private final Clock clock;
    private final Trail trail;

    CourseStore(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.trail = new Trail(mongo, Course.class);
    }

    /** Stores a new course. */
    Mono<Course> insert(Course course) {
        return mongo.insert(course);
    }

    /**
     * Puts a changed course in the place of what it was made from, and keeps who did so.
     *
     * @return fails with an {@code OptimisticLockingFailureException} when the stored version is another one
     */
    Mono<Course> change(Course before, Course after, CurrentUser user, ChangeKind kind) {
        return write(before, after, CourseHistory.next(before, after, user, clock.instant(), kind));
    }

    /** The same with what was decided about a file of its lessons, of which its own fields tell nothing. */
    Mono<Course> change(Course before, Course after, CurrentUser user, FieldChange decision) {
        return write(before, after, CourseHistory.next(before, user, clock.instant(), decision));
    }

    private Mono<Course> write(Course before, Course after, Revision revision) {
        return Mono.justOrEmpty(before.latest())
                .flatMap(past -> trail.keep(before.id(), before.region(), past))
                .then(Mono.defer(() -> mongo.save(after.after(revision))));
    }

    Mono<Page<Revision>> history(Course course, PageQuery page) {
        return trail.page(course.id(), course.latest(), page);
    }

    /** One that is in use. */
    Mono<Course> find(String id) {
        return mongo.findOne(Query.query(where("_id").is(id).and("deletedAt").is(null)), Course.class);
    }

    /** One that was put away. */
    Mono<Course> findDeleted(String id) {
        return mongo.findOne(Query.query(where("_id").is(id).and("deletedAt").ne(null)), Course.class);
    }

    /** The open revision of a course. */
    Mono<Course> revisionOf(String courseId) {
        return mongo.findOne(Query.query(where("revises").is(courseId)), Course.class);
    }

    /**
     * Removes a revision for good, unless it was changed meanwhile; its course tells what came of it.
     *
     * @return whether it was removed
     */
    Mono<Boolean> removeRevision(Course revision) {
        Query same = Query.query(where("_id").is(revision.id()).and("version").is(revision.version()));
        return mongo.remove(same, Course.class)
                .map(result -> result.getDeletedCount() > 0)
                .delayUntil(removed -> removed ? trail.forget(revision.id()) : Mono.empty());
    }

    Flux<Course> publishedOf(Collection<String> ids) {
        Query query = Query.query(where("_id").in(ids).and("state").is(CourseState.PUBLISHED));
        return mongo.find(query, Course.class);
    }

    /** Whatever their state. */
    Flux<Course> all(Collection<String> ids) {
        return mongo.find(Query.query(where("_id").in(ids)), Course.class);
    }

    /** All in use of a region and everything inside it but revisions, in the order of their ids. */
    Flux<Course> within(RegionCode region) {
        Criteria scope = where("region")
                .regex("^" + region.value())
                .and("revises")
                .is(null)
                .and("deletedAt")
                .is(null);
        Query query = Query.query(scope).with(Sort.by(Sort.Direction.ASC, "_id"));
        return mongo.find(query, Course.class);
    }

    /** The latest published first. */
    Mono<Page<Course>> published(PageQuery page, CourseFilter filter) {
        Query query = Query.query(after(filter.criteria(), page.after()))
                .with(Sort.by(Sort.Direction.DESC, "publishedAt", "_id"))
                .limit(page.readLimit());
        return page(query, page, CourseStore::publishedCursor);
    }

    /** The latest made first. */
    Mono<Page<Course>> ownedBy(String ownerId, boolean deleted, PageQuery page) {
        Criteria own = where("ownerId").is(ownerId).and("deletedAt");
        Criteria scope = deleted ? own.ne(null) : own.is(null);
        Cursor after = page.after();
        Criteria wanted = after == null ? scope : scope.and("_id").lt(after.value(0));
        Query query =
                Query.query(wanted).with(Sort.by(Sort.Direction.DESC, "_id")).limit(page.readLimit());
        return page(query, page, course -> Cursor.of(course.id()));
    }

    /** What waits for an officer of the region, the oldest first. */
    Mono<Page<Course>> submittedWithin(RegionCode region, PageQuery page) {
        Criteria scope = where("state").is(CourseState.SUBMITTED).and("region").regex("^" + region.value());
        Cursor after = page.after();
        Criteria wanted = after == null ? scope : scope.and("_id").gt(after.value(0));
        Query query =
                Query.query(wanted).with(Sort.by(Sort.Direction.ASC, "_id")).limit(page.readLimit());
        return page(query, page, course -> Cursor.of(course.id()));
    }

    /** Whether a course in one of the states shows the asset. */
    Mono<Boolean> anyWith(String mediaAssetId, List<CourseState> states) {
        Criteria shown = where("state").in(states).andOperator(shows(List.of(mediaAssetId)));
        return mongo.exists(Query.query(shown), Course.class);
    }

    /** The courses that show one of the assets to everybody. */
    Flux<Course> publishedWith(Collection<String> mediaAssetIds) {
        Criteria shown = where("state").is(CourseState.PUBLISHED).andOperator(shows(mediaAssetIds));
        return mongo.find(Query.query(shown), Course.class);
    }

    private static Criteria shows(Collection<String> mediaAssetIds) {
        return new Criteria()
                .orOperator(
                        where("lessons.mediaAssetId").in(mediaAssetIds),
                        where("lessons.slides.mediaAssetId").in(mediaAssetIds));
    }

    /** Whether any course in use that is or may come online has a lesson of the asset. */
    Mono<Boolean> isTaught(String mediaAssetId) {
        Criteria lesson = where("lessons.mediaAssetId").is(mediaAssetId);
        Criteria wanted = lesson.and("deletedAt").is(null).and("state").ne(CourseState.ARCHIVED);
        return mongo.exists(Query.query(wanted), Course.class);
    }

    private Mono<Page<Course>> page(Query query, PageQuery page, Function<Course, Cursor> cursor) {
        return mongo.find(query, Course.class).collectList().map(read -> Page.of(read, page, cursor));
    }

    private static Criteria after(Criteria scope, @Nullable Cursor after) {
        if (after == null) {
            return scope;
        }
        Instant last = after.instant(0);
        Criteria older = where("publishedAt").lt(last);
        Criteria sameTime = where("publishedAt").is(last).and("_id").lt(after.value(1));
        return new Criteria().andOperator(scope, new Criteria().orOperator(older, sameTime));
    }

    private static Cursor publishedCursor(Course course) {
        return Cursor.of(Objects.requireNonNull(course.publishedAt()).toString(), course.id());
    }
}
