package org.lecturehalls.persons;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Personal records that are described by the fields in which they stand. */
public final class StoredPersons implements PersonalRecords {

    private static final int MOST_OF_A_FIELD = 10_000;

    private final ReactiveMongoOperations mongo;
    private final String capability;
    private final List<PersonalField> fields;

    public StoredPersons(ReactiveMongoOperations mongo, String capability, PersonalField... fields) {
        this.mongo = mongo;
        this.capability = capability;
        this.fields = List.of(fields);
    }

    @Override
    public String capability() {
        return capability;
    }

    @Override
    public Set<String> fields() {
        return fields.stream().map(PersonalField::name).collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Flux<PersonalItem> of(String userId) {
        return Flux.fromIterable(fields)
                .concatMap(field -> mongo.find(
                                having(field, userId).limit(MOST_OF_A_FIELD), Document.class, field.collection())
                        .map(document -> item(field, document, userId)));
    }

    @Override
    public Mono<Long> erase(String userId, String alias) {
        return Flux.fromIterable(fields)
                .concatMap(field -> erase(field, userId, alias))
                .reduce(0L, Long::sum);
    }

    private Mono<Long> erase(PersonalField field, String userId, String alias) {
        var which = having(field, userId);
        if (field.ending() == PersonalField.Ending.REMOVE) {
            return mongo.remove(which, field.collection()).map(result -> result.getDeletedCount());
        }
        return mongo.updateMulti(which, update(field, userId, alias), field.collection())
                .map(result -> result.getModifiedCount());
    }

    /** The id comes last: the embedded store looks for it anew for each field that is set. */
    private static Update update(PersonalField field, String userId, String alias) {
        var update = new Update();
        field.blanked().forEach(name -> update.set(field.beside(name), ""));
        if (field.ending() == PersonalField.Ending.UNSET) {
            update.unset(field.target());
        } else {
            update.set(field.target(), field.prefix() + alias);
        }
        if (field.outer() != null) {
            update.filterArray(where(field.filteredOuter()).is(field.prefix() + userId));
        }
        return field.list() == null
                ? update
                : update.filterArray(where(field.filtered()).is(field.prefix() + userId));
    }

    private static Query having(PersonalField field, String userId) {
        return Query.query(where(field.path()).is(field.prefix() + userId));
    }

    private static PersonalItem item(PersonalField field, Document document, String userId) {
        var said = new LinkedHashMap<String, String>();
        said.put("id", text(document.get("_id")));
        field.shown().forEach(path -> put(said, path, at(document, path)));
        var inMember = field.pathInMember();
        if (inMember != null && field.outer() == null) {
            members(document, field)
                    .filter(member -> (field.prefix() + userId).equals(at(member, inMember)))
                    .forEach(member -> member.forEach((name, value) -> put(said, name, value)));
        }
        return new PersonalItem(field.name(), said);
    }

    private static Stream<Document> members(Document document, PersonalField field) {
        return at(document, field.list() == null ? "" : field.list()) instanceof List<?> list
                ? list.stream().filter(Document.class::isInstance).map(Document.class::cast)
                : Stream.of();
    }

    private static @Nullable Object at(Document document, String path) {
        return document.getEmbedded(List.of(path.split("\\.")), Object.class);
    }

    private static void put(Map<String, String> said, String name, @Nullable Object value) {
        if (value != null && !(value instanceof Document) && !(value instanceof List<?>)) {
            said.put(name, text(value));
        }
    }

    private static String text(@Nullable Object value) {
        return value instanceof Date time ? time.toInstant().toString() : String.valueOf(value);
    }
}
