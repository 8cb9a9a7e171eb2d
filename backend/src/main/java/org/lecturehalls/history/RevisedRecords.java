package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.regions.RegionScope;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Writes records of one kind so that each change keeps its revision, and none is lost to another made at the same time.
 *
 * <p>There are no transactions below: the record holds its latest revision, and that one is copied to the past before
 * the next takes its place. A crash in between leaves a copy that is made again, never a hole.
 */
public final class RevisedRecords<T extends Revised<T>> {

    private final ReactiveMongoOperations mongo;
    private final Clock clock;
    private final Class<T> type;
    private final Trail trail;

    public RevisedRecords(ReactiveMongoOperations mongo, Clock clock, Class<T> type) {
        this.mongo = mongo;
        this.clock = clock;
        this.type = type;
        this.trail = new Trail(mongo, type);
    }

    /** The record, whether in use or put away; empty when there is none in the region. */
    public Mono<T> find(String id, RegionCode scope) {
        return mongo.findOne(Query.query(where("_id").is(id).andOperator(inside(scope))), type);
    }

    /** @return fails with {@link NotFoundException} when there is none in the region */
    public Mono<T> get(String id, RegionCode scope) {
        return find(id, scope).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** @return fails with {@link NotFoundException} when there is none in use in the region */
    public Mono<T> inUse(String id, RegionCode scope) {
        return find(id, scope).filter(Revised::inUse).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /**
     * The record, to be changed.
     *
     * @return fails with {@link NotFoundException} when there is none in use in the region, with
     *     {@link StaleVersionException} when it has another version by now
     */
    public Mono<T> editable(String id, long version, RegionCode scope) {
        return inUse(id, scope)
                .filter(record -> record.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    /** The records with one of these values, whatever their region. */
    public Flux<T> having(String field, Collection<String> values) {
        return mongo.find(Query.query(where(field).in(values)), type);
    }

    /** The records in use that one of the texts is the id, the number or the name of. */
    public Flux<T> called(Collection<String> texts) {
        Criteria any = new Criteria()
                .orOperator(
                        where("_id").in(texts),
                        where("number").in(texts),
                        where("name").in(texts));
        return texts.isEmpty()
                ? Flux.empty()
                : mongo.find(Query.query(new Criteria().andOperator(any, deleted(false))), type);
    }

    /** All that fit, in the order of a unique field. */
    public Flux<T> all(Criteria wanted, String uniqueField) {
        return mongo.find(Query.query(wanted).with(Sort.by(uniqueField)), type);
    }

    /** A page of those that fit, in the order of a unique field. */
    public Mono<Page<T>> page(Criteria wanted, String uniqueField, Function<T, String> value, PageQuery page) {
        Criteria rest = page.after() == null
                ? wanted
                : new Criteria()
                        .andOperator(wanted, where(uniqueField).gt(page.after().value(0)));
        Query query = Query.query(rest).with(Sort.by(uniqueField)).limit(page.readLimit());
        return mongo.find(query, type)
                .collectList()
                .map(found -> Page.of(found, page, last -> Cursor.of(value.apply(last))));
    }

    /** Records of a region and everything inside it. */
    public static Criteria inside(RegionCode scope) {
        return RegionScope.inside("region", scope);
    }

    /** Records in use, or those put away. */
    public static Criteria deleted(boolean deleted) {
        return deleted ? where("deletedAt").ne(null) : where("deletedAt").is(null);
    }

    /** Records that have a text in one of the fields, upper and lower case alike. */
    public static Criteria containing(String text, String... fields) {
        Pattern part = Pattern.compile(Pattern.quote(text.strip()), Pattern.CASE_INSENSITIVE);
        return new Criteria()
                .orOperator(
                        Stream.of(fields).map(field -> where(field).regex(part)).toList());
    }

    /** The first revision of a record that {@code user} is about to create. */
    public Revision first(CurrentUser user) {
        return new Revision(1, user.id(), user.name(), clock.instant(), ChangeKind.CREATED, List.of());
    }

    /** @return fails with {@link ConflictException} {@code already-exists} when a unique value is taken */
    public Mono<T> create(T record) {
        return mongo.insert(record).onErrorMap(DuplicateKeyException.class, RevisedRecords::taken);
    }

    public Flux<T> createAll(Collection<T> records) {
        return mongo.insert(records, type).onErrorMap(DuplicateKeyException.class, RevisedRecords::taken);
    }

    /**
     * Puts a changed record in the place of the one it was made from; writes nothing when no field differs.
     *
     * @return the record as it stands now; fails with {@link StaleVersionException} when another change came first
     */
    public Mono<T> change(T before, T after, CurrentUser user) {
        List<FieldChange> changes = Revision.differences(before.fields(), after.fields());
        return changes.isEmpty() && !after.hasSecretChange(before)
                ? Mono.just(before)
                : write(before, after, before.deletedAt(), ChangeKind.CHANGED, changes, user);
    }

    /** Puts a record away; one that is away already stays as it is. */
    public Mono<T> delete(T record, CurrentUser user) {
        return record.inUse()
                ? write(record, record, clock.instant(), ChangeKind.DELETED, List.of(), user)
                : Mono.just(record);
    }

    /** Brings a record back; one that is in use stays as it is. */
    public Mono<T> restore(T record, CurrentUser user) {
        return record.inUse() ? Mono.just(record) : write(record, record, null, ChangeKind.RESTORED, List.of(), user);
    }

    private Mono<T> write(
            T before,
            T after,
            @Nullable Instant deletedAt,
            ChangeKind kind,
            List<FieldChange> changes,
            CurrentUser user) {
        Revision revision = new Revision(before.version() + 1, user.id(), user.name(), clock.instant(), kind, changes);
        T next = after.revised(revision, deletedAt);
        Query unchanged =
                Query.query(where("_id").is(before.id()).and("revision.version").is(before.version()));
        return trail.keep(before.id(), before.region(), before.revision())
                .then(mongo.findAndReplace(unchanged, next))
                .switchIfEmpty(Mono.error(StaleVersionException::new))
                .thenReturn(next)
                .onErrorMap(DuplicateKeyException.class, RevisedRecords::taken);
    }

    /** What happened to a record, the latest first. */
    public Mono<Page<Revision>> history(T record, PageQuery page) {
        return trail.page(record.id(), record.revision(), page);
    }

    /** Forgets the past of a record, for a person who asks to be forgotten. */
    public Mono<Void> forgetPast(String id) {
        return trail.forget(id);
    }

    private static ConflictException taken(DuplicateKeyException duplicate) {
        return new ConflictException("already-exists");
    }
}
