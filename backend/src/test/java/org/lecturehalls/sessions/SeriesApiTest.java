package org.lecturehalls.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.sessions.SessionsClient.TOMORROW;
import static org.lecturehalls.sessions.SessionsClient.lecture;

import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.sessions.SessionsClient.Person;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@SessionsPlatformTest
class SeriesApiTest {

    private static final String COUNTY = "451022";
    private static final Person MANAGER = new Person(Role.HALL_MANAGER, COUNTY, "manager");
    private static final LocalDate DAY = LocalDate.ofInstant(TOMORROW, ZoneId.of("Asia/Shanghai"));

    @Autowired
    SessionsClient sessions;

    @Autowired
    TestPlaces places;

    private String hall;
    private String lecturer;
    private Person lecturerUser;

    private record Made(String id, long version, List<Clash> clashes, List<Item> sessions) {
        private record Clash(String day, String field, String code) {}

        private record Item(String id, Instant startsAt, String state) {}
    }

    private record Opened(String id, URI address) {}

    @BeforeEach
    void setUp() {
        hall = places.hall(COUNTY);
        lecturerUser = new Person(Role.LECTURER, COUNTY, Ids.next());
        lecturer = places.lecturer(COUNTY, lecturerUser.id());
    }

    @Test
    void booksEachOccurrenceAndNamesThoseThatClash() {
        sessions.plan(MANAGER, lecture(hall, places.lecturer(COUNTY, "u"), TOMORROW.plus(Duration.ofDays(7))));

        var series = plan(3);

        assertThat(series.sessions()).hasSize(2);
        assertThat(series.clashes())
                .containsExactly(new Made.Clash(DAY.plusDays(7).toString(), "hallId", "hall-booked"));
    }

    @Test
    void skipsMovesAndPutsBackOneOccurrence() {
        var series = plan(2);
        var second = DAY.plusDays(7);

        var skipped = made(except(series, second, "skip", Map.of()));
        assertThat(skipped.sessions().get(1).state()).isEqualTo("CANCELLED");

        var moved = made(except(skipped, second, "move", Map.of("startsAt", second.plusDays(1) + "T08:00")));
        assertThat(moved.sessions().get(1).state()).isEqualTo("SCHEDULED");
        assertThat(moved.sessions().get(1).startsAt())
                .isEqualTo(second.plusDays(1).atTime(0, 0).toInstant(ZoneOffset.UTC));

        var back = made(except(moved, second, "put-back", Map.of()));
        assertThat(back.sessions()).isEqualTo(series.sessions());
        except(series, second, "skip", Map.of()).expectStatus().isEqualTo(412);
    }

    @Test
    void saysNothingOfAMoveThatClashes() {
        var series = plan(2);
        var first = series.sessions().get(0).startsAt().atZone(ZoneId.of("Asia/Shanghai"));

        except(
                        series,
                        DAY.plusDays(7),
                        "move",
                        Map.of("startsAt", first.toLocalDateTime().toString()))
                .expectStatus()
                .isEqualTo(409);

        sessions.get("/series/{id}", series.id())
                .expectBody()
                .jsonPath("$.changes")
                .isEmpty();
    }

    @Test
    void needsAnEnd() {
        var endless =
                Map.of("session", lecture(hall, lecturer, TOMORROW), "rule", Map.of("rhythm", "WEEKLY", "every", 1));

        sessions.post(MANAGER, "/series", endless).expectStatus().isEqualTo(422);
    }

    @Test
    void feedsTheCalendarsOfHallAndLecturer() throws Exception {
        var planned = sessions.plan(MANAGER, lecture(hall, lecturer, TOMORROW));
        var ofHall = open(MANAGER, Map.of("hallId", hall));
        var ofLecturer = open(lecturerUser, Map.of());

        var before = event(read(ofHall));
        sessions.post(MANAGER, "/sessions/" + planned.id() + "/cancel", planned.version(), Map.of())
                .expectStatus()
                .isOk();
        var after = event(read(ofLecturer));

        assertThat(after.getUid()).isEqualTo(before.getUid());
        assertThat(before.getSequence().getSequenceNo()).isZero();
        assertThat(after.getSequence().getSequenceNo()).isEqualTo(1);
        assertThat(after.getStatus().getValue()).isEqualTo("CANCELLED");
    }

    @Test
    void closesACalendarAddress() {
        var feed = open(MANAGER, Map.of("hallId", hall));
        sessions.get(MANAGER, "/feeds")
                .expectBody()
                .jsonPath("$[*].address")
                .doesNotExist()
                .jsonPath("$[?(@.id == '" + feed.id() + "')].hallId")
                .isEqualTo(hall);

        sessions.delete(lecturerUser, "/feeds/" + feed.id()).expectStatus().isNoContent();
        sessions.get(path(feed)).expectStatus().isOk();
        sessions.delete(MANAGER, "/feeds/" + feed.id()).expectStatus().isNoContent();
        sessions.get(path(feed)).expectStatus().isNotFound();
    }

    private Made plan(int count) {
        var body = Map.of(
                "session",
                lecture(hall, lecturer, TOMORROW),
                "rule",
                Map.of("rhythm", "WEEKLY", "every", 1, "count", count));
        return made(sessions.post(MANAGER, "/series", body).expectStatus().isCreated());
    }

    private ResponseSpec except(Made series, LocalDate day, String what, Map<String, Object> body) {
        var path = "/series/" + series.id() + "/occurrences/" + day + "/" + what;
        return sessions.post(MANAGER, path, series.version(), body);
    }

    private static Made made(ResponseSpec response) {
        return response.expectStatus()
                .is2xxSuccessful()
                .expectBody(Made.class)
                .returnResult()
                .getResponseBody();
    }

    private Opened open(Person person, Map<String, Object> body) {
        return sessions.post(person, "/feeds", body)
                .expectStatus()
                .isCreated()
                .expectBody(Opened.class)
                .returnResult()
                .getResponseBody();
    }

    private static String path(Opened feed) {
        return feed.address().getPath().substring("/api/v1".length());
    }

    private Calendar read(Opened feed) throws Exception {
        var bytes = sessions.get(path(feed))
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/calendar;charset=UTF-8")
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new CalendarBuilder().build(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static VEvent event(Calendar calendar) {
        assertThat(calendar.validate().getEntries()).isEmpty();
        assertThat(calendar.getComponents()).hasSize(1);
        return (VEvent) calendar.getComponents().get(0);
    }
}
