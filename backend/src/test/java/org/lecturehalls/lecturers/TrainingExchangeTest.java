package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.Spreadsheets;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class TrainingExchangeTest {

    private static final String COHORTS = "编号,名称,区划代码,开班日期,结业日期,课程（代号 日期 学时 名称）,证书有效月数\n";
    private static final String TRAINEES = "培训班编号,讲习员编号,出勤课程代号,结果,备注\n";

    @Autowired
    WebTestClient client;

    private TrainingScene scene;
    private Spreadsheets sheets;
    private String cohort;
    private String lecturer;

    @BeforeEach
    void setUp() {
        scene = new TrainingScene(client);
        sheets = new Spreadsheets(scene.officer());
        cohort = "C-" + Ids.next();
        String id = scene.lecturer("韦秀兰", scene.account());
        lecturer =
                body(scene.officer().get("/lecturers/" + id), 200).get("number").asString();
        sheets.apply(
                "cohorts",
                COHORTS + cohort + ",第二期,451022,2026-05-01,2026-05-02,K1 2026-05-01 4 山歌；K2 2026-05-02 4 试讲,24\n");
    }

    @Test
    void takesInCohortsAndTraineesOnceHoweverOftenTheyAreSent() {
        String row = TRAINEES + cohort + "," + lecturer + ",K1；K2,合格,优秀\n";

        JsonNode first = sheets.check("trainees", row);
        assertThat(first.get("created").asInt()).isEqualTo(1);
        sheets.apply("trainees", row);
        JsonNode again = sheets.check("trainees", row);

        assertThat(again.get("same").asInt()).isEqualTo(1);
        assertThat(sheets.export("cohorts"))
                .contains(cohort + ",第二期,451022,2026-05-01,2026-05-02,K1 2026-05-01 4 山歌；K2");
        assertThat(sheets.export("trainees")).contains(cohort + "," + lecturer + ",韦秀兰,K1；K2,合格,优秀,");
    }

    @Test
    void namesEveryWrongCell() {
        String rows = TRAINEES
                + "C-NONE," + lecturer + ",,,\n"
                + cohort + ",L-NONE,,,\n"
                + cohort + "," + lecturer + ",K7,及格,\n";

        assertThat(sheets.problems("trainees", rows))
                .containsExactlyInAnyOrder(
                        "2 cohort unknown-cohort", "3 lecturer unknown-lecturer", "4 result not-a-choice");
        assertThat(sheets.problems("trainees", TRAINEES + cohort + "," + lecturer + ",K7,合格,\n"))
                .isEqualTo(List.of("2 attended unknown-course-code"));
        assertThat(sheets.problems("cohorts", COHORTS + "C-9,第九期,451022,2026-05-09,2026-05-02,K1 明天 4 山歌,\n"))
                .contains("2 courses not-a-training-course");
    }

    @Test
    void changesNothingInAClosedCohort() {
        sheets.apply("trainees", TRAINEES + cohort + "," + lecturer + ",K1,合格,\n");
        String id = body(scene.officer().get("/cohorts?q=" + cohort), 200)
                .get("items")
                .get(0)
                .get("id")
                .asString();
        body(scene.close(id), 200);

        assertThat(sheets.check("trainees", TRAINEES + cohort + "," + lecturer + ",K1,合格,\n")
                        .get("same")
                        .asInt())
                .isEqualTo(1);
        assertThat(sheets.problems("trainees", TRAINEES + cohort + "," + lecturer + ",K1,不合格,\n"))
                .containsExactly("2 cohort cohort-closed");
    }
}
