package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.Spreadsheets;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class CourseExchangeTest {

    /** A county of its own, so that no other test's courses are exported. */
    private static final String COUNTY = "451029";

    private static final String HEADER = "标识,名称,简介,形式,语言,主题,对象,先修课程标识\n";

    @Autowired
    WebTestClient client;

    private Caller officer;
    private Spreadsheets sheets;
    private String id;

    @BeforeEach
    void people() {
        officer = Caller.of(client, COUNTY, Role.PUBLICITY);
        sheets = new Spreadsheets(officer);
        id = "course-" + Ids.next();
    }

    @Test
    void beginsDraftsOnceAndChangesThemAfterwards() {
        String row = HEADER + id + ",百色山歌课,怎样唱,山歌,zh,culture,村民,\n";
        sheets.apply("courses", row);

        JsonNode course = body(officer.get("/courses/" + id), 200);
        assertThat(course.get("state").asString()).isEqualTo("DRAFT");
        assertThat(course.get("format").asString()).isEqualTo("MOUNTAIN_SONG");
        assertThat(sheets.check("courses", row).get("same").asInt()).isEqualTo(1);
        String changed = row.replace("怎样唱", "怎样编");
        assertThat(sheets.check("courses", changed).get("changed").asInt()).isEqualTo(1);
        sheets.apply("courses", changed);
        assertThat(body(officer.get("/courses/" + id), 200).get("summary").asString())
                .isEqualTo("怎样编");
        assertThat(sheets.export("courses")).contains(id + ",百色山歌课,怎样编,山歌,zh,culture,村民,,DRAFT");
    }

    @Test
    void namesEveryWrongCell() {
        String rows = HEADER
                + id + "1,歌,,合唱,zh,,,\n"
                + id + "2,歌,,山歌,Chinese!,,,\n"
                + id + "3,歌,,山歌,zh,astrology,,\n"
                + id + "4,歌,,山歌,zh,,,nowhere\n";

        assertThat(sheets.problems("courses", rows))
                .containsExactlyInAnyOrder(
                        "2 format not-a-choice",
                        "3 language pattern",
                        "4 subject unknown-subject",
                        "5 prerequisites not-a-published-course");
    }

    @Test
    void leavesOthersCoursesAlone() {
        sheets.apply("courses", HEADER + id + ",歌,,山歌,zh,,,\n");
        Spreadsheets others = new Spreadsheets(Caller.of(client, COUNTY, Role.PUBLICITY));

        assertThat(others.problems("courses", HEADER + id + ",戏,,山歌,zh,,,\n")).containsExactly("2 id not-your-course");
    }
}
