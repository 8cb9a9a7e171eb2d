package org.lecturehalls.sessions.attendance;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The attendance lists. What is read is found by id, and each change is one write to one sheet. */
@Service
public class Sheets {

    /** Keeps a sheet to some tens of kilobytes, and few enough writers on each. */
    private static final int PEOPLE_ON_A_SHEET = 250;

    private static final int MOST_SHEETS = 64;

    private final ReactiveMongoOperations mongo;

    Sheets(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    /** How many sheets a session needs for so many people. Chosen once, for the life of the session. */
    public static int needed(int people) {
        return Math.max(1, Math.min(MOST_SHEETS, (people + PEOPLE_ON_A_SHEET - 1) / PEOPLE_ON_A_SHEET));
    }

    /** Notes somebody, however often it is said. @return whether the person was not on the list before */
    public Mono<Boolean> add(String sessionId, int sheets, SheetEntry entry) {
        var id = Sheet.idFor(sessionId, sheets, entry.person());
        return push(id, entry).flatMap(added -> added ? Mono.just(true) : addToNewSheet(id, entry));
    }

    private Mono<Boolean> addToNewSheet(String id, SheetEntry entry) {
        return mongo.insert(new Sheet(id, List.of(entry), null, null))
                .thenReturn(true)
                .onErrorResume(DuplicateKeyException.class, exists -> push(id, entry));
    }

    private Mono<Boolean> push(String id, SheetEntry entry) {
        var without = where("_id").is(id).and("entries.person").ne(entry.person());
        return update(without, new Update().push("entries", entry));
    }

    /** The person's line, also one that was withdrawn; empty when there is none. */
    public Mono<SheetEntry> find(String sessionId, int sheets, String person) {
        return mongo.findById(Sheet.idFor(sessionId, sheets, person), Sheet.class)
                .mapNotNull(Sheet::entries)
                .flatMapIterable(entries -> entries)
                .filter(entry -> entry.person().equals(person))
                .next();
    }

    public Mono<AttendanceList> read(String sessionId, int sheets) {
        var ids = IntStream.range(0, sheets)
                .mapToObj(number -> Sheet.id(sessionId, number))
                .toList();
        return mongo.find(Query.query(where("_id").in(ids)), Sheet.class)
                .collectList()
                .map(AttendanceList::of);
    }

    /** Takes somebody off the list, or puts them back on. @return whether that changed anything */
    public Mono<Boolean> correct(String sessionId, int sheets, Correction correction) {
        var person = Objects.requireNonNull(correction.subject());
        var withdraw = correction.kind() == Correction.Kind.WITHDRAWN;
        var line = where("person").is(person);
        var otherwise = withdraw
                ? line.and("withdrawn").ne(true)
                : line.and("withdrawn").is(true);
        var sheet = where("_id")
                .is(Sheet.idFor(sessionId, sheets, person))
                .and("entries")
                .elemMatch(otherwise);
        return update(
                sheet, lineOf(person).set("entries.$[line].withdrawn", withdraw).push("trail", correction));
    }

    /** Keeps what somebody who came thinks of it; the last word counts. @return whether they came */
    public Mono<Boolean> rate(String sessionId, int sheets, String person, int stars, @Nullable String comment) {
        var came = where("person").is(person).and("withdrawn").ne(true);
        var sheet = where("_id")
                .is(Sheet.idFor(sessionId, sheets, person))
                .and("entries")
                .elemMatch(came);
        var said = lineOf(person).set("entries.$[line].stars", stars).set("entries.$[line].comment", comment);
        return mongo.updateFirst(Query.query(sheet), said, Sheet.class).map(result -> result.getMatchedCount() == 1);
    }

    public Mono<Void> count(String sessionId, Correction headCount) {
        var first = Query.query(where("_id").is(Sheet.id(sessionId, 0)));
        var update = Update.update("headCount", headCount.value()).push("trail", headCount);
        return mongo.upsert(first, update, Sheet.class).then();
    }

    private static Update lineOf(String person) {
        return new Update().filterArray(where("line.person").is(person));
    }

    private Mono<Boolean> update(Criteria which, Update update) {
        return mongo.updateFirst(Query.query(which), update, Sheet.class).map(result -> result.getModifiedCount() == 1);
    }
}
