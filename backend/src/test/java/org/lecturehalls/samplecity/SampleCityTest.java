package org.lecturehalls.samplecity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.divisions.DivisionName;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.halls.HallIntake;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.identity.Role;
import org.lecturehalls.lecturers.LecturerIntake;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.sessions.SessionIntake;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** Loads one part of a hundred, and plans the whole. */
@PlatformTest
class SampleCityTest {

    private static final LocalDate TODAY = LocalDate.of(2024, 12, 2);
    private static final RegionCode CITY = new RegionCode("4510");

    @Autowired
    CityLoader loader;

    @Autowired
    Divisions divisions;

    @Autowired
    WebTestClient client;

    private Caller admin;

    @BeforeEach
    void signIn() {
        admin = Caller.of(client, "45", Role.ADMIN);
    }

    @Test
    void hasTheSameFiguresHoweverOftenItIsLoadedAndCounted() {
        assertThat(load()).isEqualTo(load());

        JsonNode sentence = Caller.body(admin.get("/statistics/summary?region=4510&year=2024"), 200);
        assertThat(sentence.at("/figures/sessions").asInt()).isEqualTo(100);
        assertThat(sentence.at("/figures/attendances").asInt()).isEqualTo(15_000);
        JsonNode counted = bySubject();
        admin.post("/statistics/rebuild").expectStatus().isOk();
        assertThat(bySubject()).isEqualTo(counted);
    }

    @Test
    void keepsFiguresRightWhenASessionChangesAfterwards() {
        load();
        String session = "/sessions/sample-held-2024-00001";
        int listed = Caller.body(admin.get(session + "/attendance"), 200)
                .get("listed")
                .asInt();

        JsonNode counted = Caller.body(admin.put(session + "/head-count", "{\"people\":" + (listed + 5) + "}"), 200);

        assertThat(counted.get("attendance").asInt()).isEqualTo(listed + 5);
        admin.put(session + "/head-count", "{\"people\":0}").expectStatus().isOk();
    }

    @Test
    void plansTheWholeCity() {
        List<DivisionName> known = divisions
                .within(CITY)
                .filter(division -> !division.code().equals(CITY))
                .collectList()
                .block();
        CitySize size = CitySize.oneOf(1);
        List<HallIntake.Entry> halls = new HallPlan(size, Objects.requireNonNull(known)).halls();
        PeoplePlan people = new PeoplePlan(size, halls, Map.of());

        assertThat(halls).filteredOn(hall -> hall.type() == HallType.HALL).hasSize(2_188);
        assertThat(halls)
                .filteredOn(hall -> hall.type() == HallType.PRACTICE_BASE)
                .hasSize(183);
        assertThat(halls).extracting(HallIntake.Entry::number).doesNotHaveDuplicates();
        assertThat(people.teams()).hasSize(136);
        assertThat(people.lecturers())
                .hasSize(3_000)
                .extracting(LecturerIntake.Person::id)
                .doesNotHaveDuplicates();
        assertThat(people.lecturers())
                .filteredOn(person -> person.teamId() != null)
                .extracting(LecturerIntake.Person::id)
                .containsAll(people.teams().stream()
                        .map(LecturerIntake.Group::leaderId)
                        .toList());
    }

    @Test
    void booksNobodyTwiceAndHasEveryAttendance() {
        RegionCode county = new RegionCode("451022");
        List<HallSummary> halls = IntStream.range(0, 50)
                .mapToObj(n -> new HallSummary("h" + n, "讲习所", HallType.HALL, county, 23, 107, 100, true, null))
                .toList();
        List<LecturerSummary> lecturers = IntStream.range(0, 50)
                .mapToObj(n -> new LecturerSummary("l" + n, "讲习员", county, null, null, true))
                .toList();
        List<SessionIntake.Entry> held =
                new SessionsPlan(halls, lecturers).held(900, LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 31));
        AttendancePlan attendance = new AttendancePlan(held, 90_001);

        assertThat(held).extracting(each -> each.hall().id() + each.startsAt()).doesNotHaveDuplicates();
        assertThat(held)
                .extracting(each -> each.lecturers().get(0).id() + each.startsAt())
                .doesNotHaveDuplicates();
        assertThat(held.stream().mapToInt(each -> attendance.of(each).size()).sum())
                .isEqualTo(90_001);
        assertThat(held)
                .allSatisfy(each -> assertThat(attendance.of(each))
                        .extracting(SessionIntake.Attendee::id)
                        .doesNotHaveDuplicates());
    }

    private Integer load() {
        return loader.load(CitySize.oneOf(100), TODAY).block();
    }

    private JsonNode bySubject() {
        return Caller.body(admin.get("/statistics/breakdown?by=SUBJECT&year=2024&region=4510"), 200);
    }
}
