package org.lecturehalls.lecturers;

import static org.lecturehalls.persons.PersonalField.at;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.persons.PersonalField;
import org.lecturehalls.persons.PersonalItem;
import org.lecturehalls.persons.PersonalRecords;
import org.lecturehalls.persons.StoredPersons;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lecturer who signs in with an account, and who changed lecturers and teams last. */
@Component
class StoredLecturerPersons implements PersonalRecords {

    private static final String LECTURER = "lecturers.userId";

    private final LecturerRecords lecturers;
    private final ReactiveMongoOperations mongo;
    private final PersonalRecords others;

    StoredLecturerPersons(LecturerRecords lecturers, ReactiveMongoOperations mongo) {
        this.lecturers = lecturers;
        this.mongo = mongo;
        this.others = new StoredPersons(
                mongo,
                capability(),
                changed("lecturers"),
                changed("teams"),
                changed("cohorts"),
                changed("trainees"),
                changed("certificates"));
    }

    /** Who changed a record last. */
    private static PersonalField changed(String collection) {
        return at(collection, "revision.authorId").blanking("authorName").showing("number", "revision.at");
    }

    @Override
    public final String capability() {
        return "lecturers";
    }

    @Override
    public Set<String> fields() {
        return Stream.concat(Stream.of(LECTURER), others.fields().stream()).collect(Collectors.toSet());
    }

    @Override
    public Flux<PersonalItem> of(String userId) {
        return own(userId).map(this::item).flux().concatWith(others.of(userId));
    }

    private PersonalItem item(Lecturer lecturer) {
        Map<String, String> fields = new LinkedHashMap<>(lecturer.fields());
        String phone = lecturers.phone(lecturer);
        if (phone != null) {
            fields.put("phone", phone);
        }
        return new PersonalItem(LECTURER, fields);
    }

    @Override
    public Mono<Long> erase(String userId, String alias) {
        return own(userId)
                .flatMap(lecturer ->
                        lecturers.erase(lecturer.id(), eraser(lecturer, alias)).thenReturn(1L))
                .defaultIfEmpty(0L)
                .zipWith(others.erase(userId, alias), Long::sum);
    }

    /** Forgetting is done in the name of nobody. */
    private static CurrentUser eraser(Lecturer lecturer, String alias) {
        return new CurrentUser(alias, "", Set.of(Role.ADMIN), lecturer.region());
    }

    private Mono<Lecturer> own(String userId) {
        return mongo.findOne(Query.query(where("userId").is(userId)), Lecturer.class);
    }
}
