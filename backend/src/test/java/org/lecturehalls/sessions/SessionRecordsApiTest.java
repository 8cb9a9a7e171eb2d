package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.TOMORROW;
import static org.lecturehalls.sessions.SessionsClient.lecture;
import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@SessionsPlatformTest
class SessionRecordsApiTest {

    private static final Instant START =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(3));

    private static int townships = 100;

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    @Autowired
    TestClock clock;

    @Autowired
    LapsedRequests lapsed;

    @Autowired
    ReactiveMongoOperations mongo;

    private String township;
    private Person officer;
    private Person villager;
    private String hall;

    record Asked(String id, long version, String state) {}

    @BeforeEach
    void takeATownshipOfItsOwn() {
        township = "451026" + townships++;
        officer = new Person(Role.PUBLICITY, township, "officer");
        villager = new Person(Role.VILLAGER, township, "v" + Ids.next());
        hall = places.hall(township);
    }

    @Test
    void showsEverybodyARecordOnceItIsThere() {
        var session = held(START);
        sessions.get("/sessions/" + session.id() + "/record").expectStatus().isNotFound();

        sessions.put(officer, "/sessions/" + session.id() + "/record", session.version(), Map.of("minutes", "疏花。"))
                .expectStatus()
                .isOk();

        sessions.get("/sessions/" + session.id() + "/record")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.minutes")
                .isEqualTo("疏花。")
                .jsonPath("$.byName")
                .doesNotExist();
    }

    @Test
    void showsThePhotosOfARecordUntilTheyAreTakenOut() {
        var session = held(START);
        var path = "/sessions/" + session.id() + "/record";
        var photo = photo("officer");
        sessions.put(officer, path, session.version(), withPhotos(photo))
                .expectStatus()
                .isOk();
        sessions.get(path)
                .expectBody()
                .jsonPath("$.photos[0].assetId")
                .isEqualTo(photo)
                .jsonPath("$.photos[0].state")
                .isEqualTo("PROCESSING");

        sessions.put(officer, path, session.version() + 1, withPhotos())
                .expectStatus()
                .isOk();
        sessions.get(path).expectBody().jsonPath("$.photos").isEmpty();
        assertThat(kept(photo)).isFalse();
    }

    @Test
    void takesNoPhotosThatAreNotThereOrSomebodyElses() {
        var session = held(START);
        var path = "/sessions/" + session.id() + "/record";
        var photo = photo("officer");
        var foreign = photo("somebody in another county", "451031");

        sessions.put(officer, path, session.version(), withPhotos(photo, foreign))
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].field")
                .isEqualTo("photos[1]");
        sessions.put(officer, path, session.version(), withPhotos("none"))
                .expectStatus()
                .isEqualTo(422);
        assertThat(kept(foreign)).isTrue();
    }

    private static Map<String, Object> withPhotos(String... ids) {
        return Map.of("minutes", "疏花。", "photoAssetIds", List.of(ids));
    }

    private String photo(String ownerId) {
        return photo(ownerId, township);
    }

    /** As an upload leaves it. */
    private String photo(String ownerId, String region) {
        var id = Ids.next();
        var asset = new Document("_id", id)
                .append("ownerId", ownerId)
                .append("region", region)
                .append("kind", "PHOTO")
                .append("state", "PROCESSING")
                .append("fileName", "讲座.jpg")
                .append("contentType", "image/jpeg")
                .append("sourceBytes", 1000L)
                .append("revision", 0L)
                .append("published", false)
                .append("createdAt", Date.from(START))
                .append(
                        "job",
                        new Document("state", "QUEUED")
                                .append("token", 0L)
                                .append("attempt", 0)
                                .append("percent", 0))
                .append("garbage", List.of());
        mongo.insert(asset, "mediaAssets").block();
        return id;
    }

    private boolean kept(String asset) {
        var there = Query.query(where("_id").is(asset).and("deletedAt").isNull());
        return Boolean.TRUE.equals(mongo.exists(there, "mediaAssets").block());
    }

    @Test
    void listsSessionsThatHaveNoRecordYet() {
        var later = held(START.plus(Duration.ofHours(1)));
        var first = held(START.minus(Duration.ofDays(2)));
        var recorded = held(START.minus(Duration.ofDays(4)));
        sessions.put(officer, "/sessions/" + recorded.id() + "/record", recorded.version(), Map.of("minutes", "讲了。"))
                .expectStatus()
                .isOk();

        sessions.get(officer, "/session-records/due?limit=1")
                .expectBody()
                .jsonPath("$.items[0].sessionId")
                .isEqualTo(first.id())
                .jsonPath("$.items[0].overdue")
                .isEqualTo(false)
                .jsonPath("$.next")
                .exists();
        clock.advance(Duration.ofDays(6));
        sessions.get(officer, "/session-records/due")
                .expectBody()
                .jsonPath("$.items[*].sessionId")
                .isEqualTo(List.of(first.id(), later.id()))
                .jsonPath("$.items[0].overdue")
                .isEqualTo(true)
                .jsonPath("$.items[1].overdue")
                .isEqualTo(false);
        sessions.get(officer, "/session-records/due?region=451022")
                .expectStatus()
                .isForbidden();
    }

    @Test
    void closesRequestsWhoseTimeIsOver() {
        var timely = ask(Map.of(
                "from", TOMORROW.toString(), "to", TOMORROW.plusSeconds(7200).toString()));
        var open = ask(Map.of());
        lapsed.close().block(Duration.ofSeconds(20));
        assertThat(state(timely)).isEqualTo("OPEN");

        clock.advance(Duration.ofDays(4));
        lapsed.close().block(Duration.ofSeconds(20));
        assertThat(state(timely)).isEqualTo("EXPIRED");
        assertThat(state(open)).isEqualTo("OPEN");

        clock.advance(Duration.ofDays(180));
        lapsed.close().block(Duration.ofSeconds(20));
        assertThat(state(open)).isEqualTo("EXPIRED");
        sessions.post(officer, "/requests/" + open.id() + "/decline", open.version() + 1, Map.of("reason", "太晚"))
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void tellsWhatASessionWouldDisplaceBeforeItIsDecided() {
        var asked = ask(Map.of());
        var other = ask(Map.of(
                "from", TOMORROW.toString(), "to", TOMORROW.plusSeconds(7200).toString()));
        var path = "/requests/" + asked.id() + "/displaced?from={from}&to={to}";

        sessions.get(officer, path, TOMORROW, TOMORROW.plusSeconds(3600))
                .expectBody()
                .jsonPath("$[*].id")
                .isEqualTo(List.of(other.id()));
        sessions.get(officer, path, TOMORROW.plusSeconds(9000), TOMORROW.plusSeconds(9900))
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(0);
        sessions.get(new Person(Role.PUBLICITY, "451022", "o"), path, TOMORROW, TOMORROW.plusSeconds(3600))
                .expectStatus()
                .isForbidden();
        assertThat(state(asked)).isEqualTo("OPEN");
    }

    private SessionsClient.Planned held(Instant start) {
        return sessions.plan(officer, lecture(hall, places.lecturer(township, Ids.next()), start));
    }

    private Asked ask(Map<String, Object> more) {
        var body = new HashMap<String, Object>(more);
        body.putAll(Map.of("topic", "芒果怎么疏花", "subject", "farming-skills", "hallId", hall));
        return sessions.post(villager, "/requests", body)
                .expectStatus()
                .isCreated()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody();
    }

    private String state(Asked asked) {
        return sessions.get(villager, "/requests/" + asked.id())
                .expectStatus()
                .isOk()
                .expectBody(Asked.class)
                .returnResult()
                .getResponseBody()
                .state();
    }
}
