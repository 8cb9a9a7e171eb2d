package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.exchange.RowCells;
import org.lecturehalls.exchange.RowOutcome;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Cells name halls, teams and people as people do. */
@PlatformTest
class NamedReferencesTest {

    private static final String COUNTY = "451026";
    private static final CurrentUser OFFICER =
            new CurrentUser("officer", "宣传员", Set.of(Role.PUBLICITY), new RegionCode(COUNTY));

    @Autowired
    WebTestClient client;

    @Autowired
    LecturerList lecturers;

    @Autowired
    TeamList teams;

    private final String mark = Ids.next().substring(12);
    private Caller officer;

    @BeforeEach
    void signIn() {
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        hall("H1-" + mark, "独一讲习所" + mark);
        hall("H2-" + mark, "同名讲习所" + mark);
        hall("H3-" + mark, "同名讲习所" + mark);
        create("/teams", "{\"number\":\"T-%s\",\"name\":\"那坡队%s\",\"region\":\"%s\"}".formatted(mark, mark, COUNTY));
    }

    @Test
    void takesNumbersAndNamesAndShowsNumbers() {
        save("P1-" + mark, "H1-" + mark, "那坡队" + mark, false);
        save("P2-" + mark, "独一讲习所" + mark, "T-" + mark, false);

        assertThat(exported("lecturers"))
                .contains("P1-" + mark + ",")
                .containsSubsequence("P1-" + mark, "H1-" + mark, "T-" + mark, "P2-" + mark, "H1-" + mark, "T-" + mark);
    }

    @Test
    void saysWhenANameIsNotEnough() {
        RowOutcome outcome = save("P3-" + mark, "同名讲习所" + mark, "", true);

        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo("homeHallId");
            assertThat(problem.code()).isEqualTo("several-of-this-name");
        });
    }

    @Test
    void saysWhenThereIsNone() {
        assertThat(save("P4-" + mark, "没有的讲习所" + mark, "", true).problems())
                .extracting(problem -> problem.field() + " " + problem.code())
                .containsExactly("homeHallId unknown-hall");
    }

    @Test
    void takesALeaderByNumber() {
        save("P5-" + mark, "H1-" + mark, "T-" + mark, false);
        Map<String, String> row =
                Map.of("number", "T-" + mark, "name", "那坡队" + mark, "region", COUNTY, "leaderId", "P5-" + mark);
        RowOutcome outcome = teams.save(List.of(teams.read(new RowCells(row))), OFFICER, false)
                .block()
                .get(0);

        assertThat(outcome.problems()).isEmpty();
        assertThat(exported("teams")).containsSubsequence("T-" + mark, "P5-" + mark);
    }

    private RowOutcome save(String number, String hall, String team, boolean dryRun) {
        Map<String, String> row = Map.of(
                "number",
                number,
                "name",
                "农那坡",
                "region",
                COUNTY,
                "categories",
                "五老人员",
                "homeHallId",
                hall,
                "teamId",
                team);
        return lecturers
                .save(List.of(lecturers.read(new RowCells(row))), OFFICER, dryRun)
                .block()
                .get(0);
    }

    private String exported(String list) {
        byte[] body = officer.get("/exports/" + list + "?format=CSV")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(body, StandardCharsets.UTF_8);
    }

    private void hall(String number, String name) {
        create("/halls", """
                {"number":"%s","name":"%s","type":"HALL","state":"OPEN","region":"%s","address":"",
                 "latitude":23.4,"longitude":105.8,"capacity":60}""".formatted(number, name, COUNTY));
    }

    private void create(String path, String json) {
        Caller.body(officer.post(path, json), 201);
    }
}
