package org.lecturehalls.persons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.lecture;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.sessions.SessionsPlatformTest;
import org.lecturehalls.sessions.TestPlaces;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import reactor.core.publisher.Flux;

@SessionsPlatformTest
class PersonsApiTest {

    private static final String COUNTY = "451027";
    private static final Person OFFICER = new Person(Role.PUBLICITY, COUNTY, "officer");
    private static final Person ADMIN = new Person(Role.ADMIN, "4510", "admin");
    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(600);

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @Autowired
    TestClock clock;

    @Autowired
    Persons persons;

    @Autowired
    ReactiveMongoOperations mongo;

    private Person villager;
    private String hall;
    private SessionsClient.Planned session;

    record Code(String token) {}

    record Asked(String id) {}

    @BeforeEach
    void comeToASession() {
        villager = new Person(Role.VILLAGER, COUNTY, "v" + Ids.next());
        hall = places.hall(COUNTY + "101");
        session = sessions.plan(OFFICER, lecture(hall, places.lecturer(COUNTY, Ids.next()), START));
        var code = sessions.get(OFFICER, "/sessions/{id}/check-in-code", session.id())
                .expectBody(Code.class)
                .returnResult()
                .getResponseBody();
        sessions.post(villager, "/check-ins", Map.of("sessionId", session.id(), "code", code.token()))
                .expectStatus()
                .isOk();
        sessions.put(villager, "/sessions/" + session.id() + "/rating", null, Map.of("stars", 5, "comment", "我是韦大姐"))
                .expectStatus()
                .isNoContent();
        sessions.post(villager, "/requests", Map.of("topic", "疏花", "subject", "farming-skills", "hallId", hall))
                .expectStatus()
                .isCreated();
    }

    @Test
    void handsOutWhatIsKeptAboutOneselfAndNobodyElse() {
        sessions.get(villager, "/me/personal-data")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.account.id")
                .isEqualTo(villager.id())
                .jsonPath("$.parts[0].capability")
                .isEqualTo("sessions")
                .jsonPath("$.parts[0].items[?(@.kind == 'attendanceSheets.entries.person')].fields.comment")
                .isEqualTo("我是韦大姐")
                .jsonPath("$.parts[0].items[?(@.kind == 'lectureRequests.askers')].fields.topic")
                .isEqualTo("疏花");
        assertThat(text(villager, "/me/personal-data/text")).contains("我是韦大姐", villager.id());
        assertThat(text(new Person(Role.VILLAGER, COUNTY, "n" + Ids.next()), "/me/personal-data"))
                .doesNotContain("韦大姐");
    }

    @Test
    void forgetsAPersonAfterTheWaitAndKeepsTheFigures() {
        sessions.post(villager, "/me/erasure", Map.of()).expectStatus().isEqualTo(202);
        sessions.post(villager, "/me/erasure", Map.of()).expectStatus().isEqualTo(202);
        carryOut();
        assertThat(text(villager, "/me/personal-data")).contains("韦大姐");

        clock.advance(Duration.ofDays(15));
        carryOut();

        assertThat(text(villager, "/me/personal-data")).doesNotContain("韦大姐", "attendanceSheets");
        sessions.get(OFFICER, "/sessions/{id}/attendance", session.id())
                .expectBody()
                .jsonPath("$.attendance")
                .isEqualTo(1)
                .jsonPath("$.entries[0].stars")
                .isEqualTo(5)
                .jsonPath("$.entries[0].name")
                .isEqualTo("");
        sessions.get(villager, "/me/erasure").expectStatus().isNotFound();
        assertThat(everythingStored()).doesNotContain(villager.id());
    }

    @Test
    void canBeThoughtBetterOf() {
        sessions.post(villager, "/me/erasure", Map.of()).expectStatus().isEqualTo(202);

        sessions.delete(villager, "/me/erasure").expectStatus().isNoContent();
        sessions.delete(villager, "/me/erasure").expectStatus().isEqualTo(409);

        clock.advance(Duration.ofDays(15));
        carryOut();
        assertThat(text(villager, "/me/personal-data")).contains("韦大姐");
    }

    @Test
    void isConfirmedByAnAdministratorOfTheRegionAndLeavesANoteThatNamesNobody() {
        var asked = sessions.post(villager, "/me/erasure", Map.of())
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody();
        var path = "/erasures/" + asked.id() + "/confirm";
        sessions.post(OFFICER, path, Map.of()).expectStatus().isForbidden();
        sessions.post(new Person(Role.ADMIN, "4511", "elsewhere"), path, Map.of())
                .expectStatus()
                .isNotFound();

        sessions.post(ADMIN, path, Map.of())
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("DONE")
                .jsonPath("$.changed.sessions")
                .isEqualTo(4);

        assertThat(text(ADMIN, "/erasures")).contains(asked.id()).doesNotContain(villager.id());
    }

    @Test
    void forgetsWhoManagedAHallOnce(@Autowired List<PersonalRecords> all) {
        var manager = villager.id();
        var now = new HashMap<String, Object>(Map.of(
                "number", "H-" + Ids.next(), "name", "平马讲习所", "type", "HALL", "region", COUNTY, "address", "平马镇"));
        now.putAll(Map.of("latitude", 23.6, "longitude", 107.1, "capacity", 80, "state", "OPEN"));
        now.put("managerId", manager);
        now.put("managerName", "韦秀英");
        var made = sessions.post(OFFICER, "/halls", now)
                .expectStatus()
                .isCreated()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody();
        now.put("managerId", "another");
        now.put("managerName", "黄大哥");
        sessions.put(OFFICER, "/halls/" + made.id(), 1L, now).expectStatus().isOk();
        now.put("name", "平马镇讲习所");
        sessions.put(OFFICER, "/halls/" + made.id(), 2L, now).expectStatus().isOk();
        assertThat(text(OFFICER, "/halls/" + made.id() + "/history")).contains(manager, "韦秀英");

        Flux.fromIterable(all)
                .concatMap(each -> each.erase(manager, "gone-" + manager.substring(1)))
                .blockLast(Duration.ofSeconds(20));

        assertThat(text(OFFICER, "/halls/" + made.id() + "/history"))
                .contains("gone-", "黄大哥")
                .doesNotContain(manager, "韦秀英");
    }

    @Test
    void writesAJudgesSheetsAnewUnderNobodysId(@Autowired List<PersonalRecords> all) {
        var judge = villager.id();
        mongo.insert(
                        new Document("_id", "e1:" + judge)
                                .append("contestId", "no-such")
                                .append("entryId", "e1")
                                .append("judgeId", judge),
                        "scoreSheets")
                .block();

        Flux.fromIterable(all).concatMap(each -> each.erase(judge, "gone-1")).blockLast(Duration.ofSeconds(20));

        assertThat(everythingStored()).doesNotContain(judge).contains("e1:gone-1");
        mongo.remove(Query.query(where("_id").is("e1:gone-1")), "scoreSheets").block();
    }

    @Test
    void forgetsAPersonInListsOfLists() {
        var id = "d" + Ids.next();
        var person = villager.id();
        var row = new Document("judgeIds", List.of("other", person))
                .append("people", List.of(new Document("userId", person).append("name", "韦")));
        var document = new Document("_id", id)
                .append("rows", List.of(row, new Document(), new Document("judgeIds", List.of("other"))));
        mongo.insert(document, "deepLists").block(Duration.ofSeconds(20));
        var records = new StoredPersons(
                mongo,
                "deep",
                PersonalField.at("deepLists", "rows.judgeIds").inListOf("rows", "judgeIds"),
                PersonalField.at("deepLists", "rows.people.userId")
                        .inListOf("rows", "people")
                        .blanking("name"));

        assertThat(records.erase(person, "gone").block(Duration.ofSeconds(20))).isEqualTo(2);

        assertThat(mongo.findById(id, Document.class, "deepLists")
                        .block(Duration.ofSeconds(20))
                        .toJson())
                .doesNotContain(person, "韦")
                .contains("other", "gone");
    }

    @Test
    void exportsAttendanceOfAMonthWithHarmlessCells() {
        sessions.post(
                        OFFICER,
                        "/sessions/" + session.id() + "/roster",
                        Map.of("entries", List.of(Map.of("id", "client-made-1", "name", "=HYPERLINK(1)"))))
                .expectStatus()
                .isOk();
        var month = YearMonth.from(START.atZone(ZoneId.of("Asia/Shanghai")));

        assertThat(text(OFFICER, "/attendance/export?format=CSV&hallId=" + hall + "&month=" + month))
                .contains("扫码", "名册", "'=HYPERLINK(1)");
        assertThat(text(OFFICER, "/sessions/" + session.id() + "/attendance/export?format=CSV"))
                .contains(session.id());
        sessions.get(OFFICER, "/attendance/export?region=451022&month=" + month)
                .expectStatus()
                .isForbidden();
        sessions.get(villager, "/attendance/export?month=" + month)
                .expectStatus()
                .isForbidden();
    }

    private void carryOut() {
        persons.carryOutWhatIsDue().block(Duration.ofSeconds(20));
    }

    private String text(Person person, String path) {
        return sessions.get(person, path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    /** All documents as text, but for keys of requests, which are kept for a day. */
    private String everythingStored() {
        return mongo.getCollectionNames()
                .filter(name -> !name.equals("idempotencyKeys"))
                .concatMap(name -> mongo.findAll(Document.class, name))
                .map(Document::toJson)
                .collectList()
                .map(all -> String.join("\n", all))
                .block(Duration.ofSeconds(20));
    }
}
