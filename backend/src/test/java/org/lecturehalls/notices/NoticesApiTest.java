package org.lecturehalls.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(TestMedia.class)
class NoticesApiTest {

    private static final String COUNTY = "451022";
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @Autowired
    private NoticeSweep sweep;

    @Autowired
    private SessionNews news;

    @Autowired
    private RecordReminders records;

    private Caller officer;
    private Caller manager;
    private Caller lecturer;
    private String hall;
    private String lecturerId;
    private String team;

    @BeforeEach
    void addAHallAndALecturer() {
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        manager = Caller.of(client, COUNTY, Role.HALL_MANAGER);
        lecturer = Caller.of(client, COUNTY, Role.LECTURER);
        team = made("/teams", Map.of("number", "T-" + Ids.next(), "name", "山歌讲习队", "region", COUNTY));
        hall = made("/halls", hall(manager.id()));
        lecturerId = made("/lecturers", lecturer(lecturer.id()));
    }

    @Test
    void reachesManagersAndLecturersOnceAndSaysWhomItDoesNot() {
        var other = made("/halls", hall(manager.id()));
        var empty = made("/halls", hall(null));
        made("/lecturers", lecturer(null));

        var sent = send(Map.of(), audience(List.of(hall, other, empty), List.of(team)));

        assertThat(sent.get("recipients").asInt()).isEqualTo(2);
        assertThat(sent.get("unreachable").asInt()).isEqualTo(2);
        assertThat(letters(manager)).hasSize(1);
        assertThat(letters(lecturer).get(0).get("title").asString()).isEqualTo("报送四月讲习计划");
    }

    @Test
    void staysWithThoseWhoWereThereWhenItWasSent() {
        var late = Caller.of(client, COUNTY, Role.LECTURER);
        send(Map.of(), audience(List.of(hall), List.of(team)));

        made("/lecturers", lecturer(late.id()));

        assertThat(letters(late)).isEmpty();
    }

    @Test
    void isReadAndConfirmedOnceAndTheSenderSeesWhen() {
        var id = send(Map.of("confirm", true), audience(List.of(hall), List.of(team)))
                .get("id")
                .asString();
        assertThat(count(manager)).isEqualTo("1/1");

        var first = body(manager.post("/me/notices/" + id + "/read"), 200);
        clock.advance(Duration.ofHours(1));
        var again = body(manager.post("/me/notices/" + id + "/read"), 200);
        assertThat(again.get("readAt")).isEqualTo(first.get("readAt"));
        assertThat(count(manager)).isEqualTo("0/1");
        var confirmed = body(manager.post("/me/notices/" + id + "/confirm"), 200);
        assertThat(body(manager.post("/me/notices/" + id + "/confirm"), 200)).isEqualTo(confirmed);
        assertThat(count(manager)).isEqualTo("0/0");

        var receipts = body(officer.get("/notices/" + id + "/receipts"), 200);
        assertThat(receipts.get("recipients").asInt()).isEqualTo(2);
        assertThat(receipts.get("read").asInt()).isEqualTo(1);
        assertThat(receipts.get("confirmed").asInt()).isEqualTo(1);
        var open =
                body(officer.get("/notices/" + id + "/receipts?open=true"), 200).get("items");
        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("userId").asString()).isEqualTo(lecturer.id());
    }

    @Test
    void tellsTheUnreadCountLive() {
        var id = new AtomicReference<>("");
        var events = client.get()
                .uri("/api/v1/me/notices/events")
                .headers(TestTokens.as(Set.of(Role.HALL_MANAGER), COUNTY, manager.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Long>>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data)
                .map(count -> count.get("unread"));

        StepVerifier.create(events.take(3))
                .expectNext(0L)
                .then(() -> id.set(send(Map.of(), audience(List.of(hall), List.of()))
                        .get("id")
                        .asString()))
                .expectNext(1L)
                .then(() -> body(manager.post("/me/notices/" + id.get() + "/read"), 200))
                .expectNext(0L)
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void remindsOnceOfWhatIsStillToBeDone() {
        var due = NOW.plus(Duration.ofDays(3)).toString();
        var id = send(Map.of("dueAt", due), audience(List.of(hall), List.of(team)))
                .get("id")
                .asString();
        body(manager.post("/me/notices/" + id + "/read"), 200);
        remind();
        assertThat(letters(lecturer).get(0).has("remindedAt")).isFalse();

        clock.advance(Duration.ofDays(2).plusHours(1));
        remind();
        var reminded = letters(lecturer).get(0).get("remindedAt");
        clock.advance(Duration.ofHours(1));
        remind();

        assertThat(letters(lecturer).get(0).get("remindedAt")).isNotNull().isEqualTo(reminded);
        assertThat(letters(manager).get(0).has("remindedAt")).isFalse();
    }

    @Test
    void remindsOfAllThatIsDueAndTellsItLive() {
        var due = Map.<String, Object>of("dueAt", NOW.plus(Duration.ofDays(3)).toString(), "confirm", true);
        var first = send(due, audience(List.of(hall), List.of())).get("id").asString();
        send(due, audience(List.of(hall), List.of()));
        body(manager.post("/me/notices/" + first + "/read"), 200);
        clock.advance(Duration.ofDays(2).plusHours(1));

        StepVerifier.create(reminded(manager))
                .expectNext(0L)
                .then(this::remind)
                .thenConsumeWhile(count -> count < 2, count -> assertThat(count).isOne())
                .expectNext(2L)
                .then(() -> body(manager.post("/me/notices/" + first + "/confirm"), 200))
                .expectNext(1L)
                .thenCancel()
                .verify(LONG);

        var receipt = body(officer.get("/notices/" + first + "/receipts"), 200).at("/items/0");
        assertThat(receipt.has("remindedAt")).isTrue();
    }

    @Test
    void isTakenBackWithAReason() {
        var sent = send(Map.of("confirm", true), audience(List.of(hall), List.of()));
        var path = "/notices/" + sent.get("id").asString();
        var reason = "{\"reason\":\"时间有误\"}";

        officer.post(path + "/revoke", reason).expectStatus().isEqualTo(428);
        for (var time = 0; time < 2; time++) {
            officer.send(HttpMethod.POST, path + "/revoke", reason, "If-Match", "\"1\"")
                    .expectStatus()
                    .isOk();
        }

        var letter = letters(manager).get(0);
        assertThat(letter.get("revoked").asBoolean()).isTrue();
        assertThat(letter.get("revokeReason").asString()).isEqualTo("时间有误");
        assertThat(letter.get("text").asString()).isEmpty();
        assertThat(count(manager)).isEqualTo("0/0");
        expectProblem(manager.post("/me" + path + "/confirm"), 409, "notice-revoked");
    }

    @Test
    void showsAttachmentsToRecipientsAndTheSenderOnly() {
        var asset = media.add(officer.id(), MediaKind.DOCUMENT, MediaState.READY);
        var id = send(Map.of("attachments", List.of(asset)), audience(List.of(hall), List.of()))
                .get("id")
                .asString();
        var path = "/notices/" + id + "/attachments/" + asset;

        assertThat(body(manager.get(path), 200).get("master").asString()).contains(asset);
        officer.get(path).expectStatus().isOk();
        lecturer.get(path).expectStatus().isNotFound();
        Caller.of(client, "451023", Role.PUBLICITY).get(path).expectStatus().isNotFound();
        Caller.visitor(client).get(path).expectStatus().isUnauthorized();
    }

    @Test
    void refusesWhatCannotBeSent() {
        var stranger = Caller.of(client, "451023", Role.PUBLICITY);
        var here = audience(List.of(hall), List.of());
        expectProblem(post(stranger, Map.of(), here), 403, "outside-region");
        manager.post("/notices", json(input(Map.of(), here))).expectStatus().isForbidden();
        expectProblem(post(officer, Map.of(), audience(List.of("none"), List.of())), 422, "no-recipients");
        expectProblem(post(officer, Map.of("text", "ring\u0007"), here), 422, "invalid-input");
        expectProblem(post(officer, Map.of("dueAt", "2020-01-01T00:00:00Z"), here), 422, "invalid-input");
        expectProblem(post(officer, Map.of("attachments", List.of("x")), here), 422, "invalid-input");
    }

    @Test
    void sendsOnceHoweverOftenItIsSaid() {
        var input = json(input(Map.of(), audience(List.of(hall), List.of())));
        for (var time = 0; time < 2; time++) {
            officer.send(HttpMethod.POST, "/notices", input, "Idempotency-Key", "k-" + hall)
                    .expectStatus()
                    .isCreated();
        }
        assertThat(letters(manager)).hasSize(1);
    }

    @Test
    void exportsReceipts() {
        var id = send(Map.of(), audience(List.of(hall), List.of())).get("id").asString();
        var text = officer.get("/notices/" + id + "/receipts/export?format=CSV")
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
        assertThat(text).contains("阅读时间").contains("'=讲习所");
    }

    @Test
    void tellsLecturersAndManagersOfMovedAndCancelledSessionsOnce() {
        var start = NOW.plus(Duration.ofDays(5));
        var planned = body(officer.post("/sessions", session(start)), 201);
        tell();
        assertThat(letters(lecturer)).isEmpty();

        var path = "/sessions/" + planned.get("id").asString();
        var moved = officer.send(
                HttpMethod.PUT, path, session(start.plus(Duration.ofDays(1))), "If-Match", version(planned));
        var after = body(moved, 200);
        tell();
        tell();
        assertThat(kinds(lecturer)).containsExactly("SESSION_MOVED");
        assertThat(kinds(manager)).containsExactly("SESSION_MOVED");

        officer.send(HttpMethod.POST, path + "/cancel", "{\"reason\":\"台风\"}", "If-Match", version(after))
                .expectStatus()
                .isOk();
        tell();
        assertThat(kinds(lecturer)).containsExactly("SESSION_CANCELLED", "SESSION_MOVED");
        assertThat(letters(lecturer).get(0).get("text").asString()).contains("台风");
    }

    @Test
    void remindsLecturersOfTheirSessionOnce() {
        body(officer.post("/sessions", session(NOW.plus(Duration.ofDays(6)))), 201);
        tell();
        news.remind().block(LONG);
        assertThat(letters(lecturer)).isEmpty();

        clock.advance(Duration.ofDays(5).plusHours(1));
        news.remind().block(LONG);
        news.remind().block(LONG);

        assertThat(kinds(lecturer)).containsExactly("SESSION_REMINDER");
        assertThat(count(manager)).isEqualTo("1/0");
    }

    @Test
    void remindsOfARecordThatIsSoonDueOnce() {
        var planned = body(officer.post("/sessions", session(NOW.minus(Duration.ofHours(3)))), 201);
        records.remind().block(LONG);
        assertThat(letters(lecturer)).isEmpty();

        clock.advance(Duration.ofDays(6).plusHours(12));
        records.remind().block(LONG);
        records.remind().block(LONG);

        assertThat(kinds(manager)).containsExactly("RECORD_DUE");
        assertThat(letters(lecturer).get(0).get("subjectId")).isEqualTo(planned.get("id"));
    }

    @Test
    void tellsThoseWhoAskedForALecture() {
        var villager = Caller.of(client, COUNTY, Role.VILLAGER);
        var wish = json(Map.of("topic", "芒果怎么疏花", "subject", "farming-skills", "hallId", hall));
        var asked = body(villager.post("/requests", wish), 201);

        officer.send(
                        HttpMethod.POST,
                        "/requests/" + asked.get("id").asString() + "/assign",
                        session(NOW.plus(Duration.ofDays(9))),
                        "If-Match",
                        version(asked))
                .expectStatus()
                .isOk();

        var told = await().atMost(LONG).until(() -> letters(villager), letters -> !letters.isEmpty());
        assertThat(told.get(0).get("kind").asString()).isEqualTo("REQUEST_ANSWERED");
    }

    private JsonNode send(Map<String, Object> more, Map<String, Object> audience) {
        return body(post(officer, more, audience), 201);
    }

    private ResponseSpec post(Caller sender, Map<String, Object> more, Map<String, Object> audience) {
        return sender.post("/notices", json(input(more, audience)));
    }

    private static Map<String, Object> input(Map<String, Object> more, Map<String, Object> audience) {
        var input = new HashMap<String, Object>();
        input.put("title", "报送四月讲习计划");
        input.put("text", "请于周五前报送。\n谢谢。");
        input.put("audience", audience);
        input.putAll(more);
        return input;
    }

    private static Map<String, Object> audience(List<String> halls, List<String> teams) {
        return Map.of(
                "region", COUNTY, "halls", true, "hallIds", halls, "lecturers", !teams.isEmpty(), "teamIds", teams);
    }

    private static JsonNode letters(Caller reader) {
        return body(reader.get("/me/notices"), 200).get("items");
    }

    /** Of how many somebody was reminded, at once and whenever it is another number. */
    private Flux<Long> reminded(Caller reader) {
        return client.get()
                .uri("/api/v1/me/notices/events")
                .headers(TestTokens.as(Set.of(Role.HALL_MANAGER), COUNTY, reader.id()))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<Map<String, Long>>>() {})
                .getResponseBody()
                .mapNotNull(ServerSentEvent::data)
                .map(count -> count.get("reminded"))
                .distinctUntilChanged();
    }

    private static List<String> kinds(Caller reader) {
        return letters(reader)
                .valueStream()
                .map(letter -> letter.get("kind").asString())
                .toList();
    }

    private static String count(Caller reader) {
        var count = body(reader.get("/me/notices/count"), 200);
        return count.get("unread").asInt() + "/" + count.get("toConfirm").asInt();
    }

    private static String version(JsonNode record) {
        return "\"" + record.get("version").asLong() + "\"";
    }

    /** What the backend does every quarter of a minute, at once. */
    private void remind() {
        sweep.remind().block(LONG);
    }

    /** What the backend does every second, at once. */
    private void tell() {
        Mono.defer(news::flush)
                .then(Mono.fromCallable(news::isCurrent).filter(current -> current))
                .repeatWhenEmpty(again -> again.delayElements(Duration.ofMillis(20)))
                .block(LONG);
    }

    private String session(Instant start) {
        var body = new HashMap<String, Object>();
        body.put("title", "乡村振兴");
        body.put("hallId", hall);
        body.put("lecturerIds", List.of(lecturerId));
        body.put("subject", "farming-skills");
        body.put("format", "LECTURE");
        body.put("audience", "VILLAGERS");
        body.put("expectedAudience", 60);
        body.put("startsAt", start.toString());
        body.put("endsAt", start.plus(Duration.ofMinutes(90)).toString());
        return json(body);
    }

    private static Map<String, Object> hall(String managerId) {
        var input = new HashMap<String, Object>();
        input.put("number", "T-" + Ids.next());
        input.put("name", "=讲习所");
        input.put("type", "HALL");
        input.put("state", "OPEN");
        input.put("region", COUNTY);
        input.put("address", "平马镇朝阳路 12 号");
        input.put("latitude", 23.5976);
        input.put("longitude", 107.1261);
        input.put("capacity", 80);
        input.put("managerId", managerId);
        return input;
    }

    private Map<String, Object> lecturer(String userId) {
        var input = new HashMap<String, Object>();
        input.put("number", "L-" + Ids.next());
        input.put("name", "韦秀兰");
        input.put("region", COUNTY);
        input.put("categories", List.of("FOLK_ARTIST"));
        input.put("teamId", team);
        input.put("userId", userId);
        return input;
    }

    private String made(String list, Map<String, Object> input) {
        return body(officer.post(list, json(input)), 201).get("id").asString();
    }

    private static String json(Map<String, Object> input) {
        return JSON.writeValueAsString(input);
    }
}
