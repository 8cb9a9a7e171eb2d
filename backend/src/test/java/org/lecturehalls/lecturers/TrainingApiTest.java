package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.lecturers.TrainingScene.COUNTY;
import static org.lecturehalls.lecturers.TrainingScene.cohortJson;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@PlatformTest
class TrainingApiTest {

    @Autowired
    WebTestClient client;

    @Autowired
    CohortRecords cohorts;

    @Autowired
    CohortClosing closing;

    @Autowired
    CertificateNumbers numbers;

    @Autowired
    TestClock clock;

    private TrainingScene scene;
    private Caller officer;

    @BeforeEach
    void setUp() {
        scene = new TrainingScene(client);
        officer = scene.officer();
    }

    @Test
    void givesEachTraineeWhoPassedACertificateAndNobodyElse() {
        String cohort = scene.cohort();
        String passed = scene.lecturer("韦秀兰", scene.account());
        String failed = scene.lecturer("黄大年", scene.account());
        scene.enrol(cohort, passed);
        scene.enrol(cohort, failed);
        body(scene.note(cohort, passed, "PASSED"), 200);
        body(scene.note(cohort, failed, "FAILED"), 200);

        JsonNode closed = body(scene.close(cohort), 200);

        assertThat(closed.get("state").asString()).isEqualTo("CLOSED");
        assertThat(scene.trainee(cohort, failed).has("certificateNumber")).isFalse();
        JsonNode certificates = body(officer.get("/certificates?cohortId=" + cohort), 200);
        assertThat(certificates.get("items")).hasSize(1);
        JsonNode certificate = certificates.get("items").get(0);
        assertThat(certificate.get("number").asString())
                .matches("JXY-\\d{4}-\\d{6}")
                .isEqualTo(
                        scene.trainee(cohort, passed).get("certificateNumber").asString());
        assertThat(certificate.get("hours").asInt()).isEqualTo(10);
        assertThat(certificate.get("state").asString()).isEqualTo("VALID");
        assertThat(certificate.get("validUntil").asString())
                .isEqualTo(TrainingScene.today().plusYears(3).minusDays(1).toString());
    }

    @Test
    void showsLecturersTheirOwnTrainingAndTheResultOnceItStands() {
        Caller account = scene.account();
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", account);
        scene.enrol(cohort, lecturer);
        scene.enrol(cohort, scene.lecturer("黄大年", scene.account()));
        body(scene.note(cohort, lecturer, "PASSED"), 200);

        JsonNode open = body(account.get("/me/trainings"), 200).get("items");

        assertThat(open).hasSize(1);
        assertThat(open.get(0).get("cohortId").asString()).isEqualTo(cohort);
        assertThat(open.get(0).get("courses")).hasSize(2);
        assertThat(open.get(0).get("attended")).hasSize(2);
        assertThat(open.get(0).has("result")).isFalse();
        assertThat(body(scene.account().get("/me/trainings"), 200).get("items")).isEmpty();
    }

    @Test
    void showsLecturersTheResultOfAClosedCohort() {
        Caller account = scene.account();
        String number = scene.certificate(scene.lecturer("韦秀兰", account), "");

        JsonNode closed = body(account.get("/me/trainings"), 200).get("items").get(0);

        assertThat(closed.get("result").asString()).isEqualTo("PASSED");
        assertThat(closed.get("certificateNumber").asString()).isEqualTo(number);
    }

    @Test
    void namesTraineesWithoutAResultInsteadOfClosing() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);

        JsonNode problem = body(scene.close(cohort), 409);

        assertThat(problem.get("code").asString()).isEqualTo("results-missing");
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(lecturer);
    }

    @Test
    void letsNothingChangeInAClosedCohort() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        body(scene.note(cohort, lecturer, "PASSED"), 200);
        body(scene.close(cohort), 200);

        expectProblem(scene.note(cohort, lecturer, "FAILED"), 409, "cohort-closed");
        String other = scene.lecturer("黄大年", scene.account());
        expectProblem(
                officer.post("/cohorts/" + cohort + "/trainees", "{\"lecturerId\": \"" + other + "\"}"),
                409,
                "cohort-closed");
        String path = "/cohorts/" + cohort;
        expectProblem(
                officer.send(HttpMethod.PUT, path, cohortJson("C-X", ""), "If-Match", scene.version(path)),
                409,
                "cohort-closed");
    }

    @Test
    void keepsAPassUntilItsCertificateIsRevokedAndNeverReusesTheNumber() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        body(scene.note(cohort, lecturer, "PASSED"), 200);
        body(scene.close(cohort), 200);
        String first = scene.trainee(cohort, lecturer).get("certificateNumber").asString();
        body(scene.step(cohort, "reopen"), 200);

        expectProblem(scene.note(cohort, lecturer, "FAILED"), 409, "certificate-stands");
        String path = "/certificates/" + first;
        body(
                officer.send(
                        HttpMethod.POST, path + "/revoke", "{\"reason\": \"补考\"}", "If-Match", scene.version(path)),
                200);
        body(scene.note(cohort, lecturer, "FAILED"), 200);
        body(scene.note(cohort, lecturer, "PASSED"), 200);
        body(scene.close(cohort), 200);

        String second = scene.trainee(cohort, lecturer).get("certificateNumber").asString();
        assertThat(second).isNotEqualTo(first);
        assertThat(body(officer.get(path), 200).get("state").asString()).isEqualTo("REVOKED");
    }

    @Test
    void finishesAClosingThatABackendLeftHalfWay() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        body(scene.note(cohort, lecturer, "PASSED"), 200);
        CurrentUser user = new CurrentUser(officer.id(), "officer", Set.of(Role.PUBLICITY), new RegionCode(COUNTY));
        cohorts.get(cohort, user.region())
                .flatMap(open -> cohorts.records().change(open, open.in(CohortState.CLOSING), user))
                .block();
        clock.advance(Duration.ofMinutes(3));

        closing.finishInterrupted().block();

        assertThat(body(officer.get("/cohorts/" + cohort), 200).get("state").asString())
                .isEqualTo("CLOSED");
        assertThat(body(officer.get("/certificates?lecturerId=" + lecturer), 200)
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void drawsNoNumberTwice() {
        Set<String> drawn = Flux.range(0, 200)
                .flatMap(i -> numbers.next().subscribeOn(Schedulers.parallel()), 16)
                .collect(HashSet<String>::new, Set::add)
                .block();

        assertThat(drawn).hasSize(200);
    }

    @Test
    void refusesCoursesThatDoNotFitTheCohort() {
        String outside =
                cohortJson("C-" + Ids.next(), "").replace("2026-03-03\", \"hours\"", "2026-04-03\", \"hours\"");
        assertThat(body(officer.post("/cohorts", outside), 422)
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("course-day-outside");
        String twice = cohortJson("C-" + Ids.next(), "").replace("K2", "K1");
        assertThat(body(officer.post("/cohorts", twice), 422)
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asString())
                .isEqualTo("course-code-repeats");
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        String path = "/cohorts/" + cohort + "/trainees/" + lecturer;
        JsonNode unknown = body(
                officer.send(HttpMethod.PUT, path, "{\"attended\": [\"K9\"]}", "If-Match", scene.version(path)), 422);
        assertThat(unknown.get("errors").get(0).get("code").asString()).isEqualTo("unknown-course-code");
    }

    @Test
    void losesNoNoteToAnother() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        String path = "/cohorts/" + cohort + "/trainees/" + lecturer;
        body(scene.note(cohort, lecturer, "FAILED"), 200);

        officer.put(path, "{\"attended\": []}").expectStatus().isEqualTo(428);
        expectProblem(
                officer.send(HttpMethod.PUT, path, "{\"attended\": []}", "If-Match", "\"1\""), 412, "stale-version");
        JsonNode history = body(officer.get(path + "/history"), 200).get("items");
        assertThat(history).hasSize(2);
        assertThat(history.get(0).get("changes").toString()).contains("K1；K2", "不合格");
    }

    @Test
    void putsCohortsAndTraineesAwayAndBringsThemBack() {
        String cohort = scene.cohort();
        String lecturer = scene.lecturer("韦秀兰", scene.account());
        scene.enrol(cohort, lecturer);
        String trainee = "/cohorts/" + cohort + "/trainees/" + lecturer;
        officer.send(HttpMethod.DELETE, trainee, null, "If-Match", "\"1\"")
                .expectStatus()
                .isNoContent();
        officer.get(trainee).expectStatus().isNotFound();
        assertThat(body(officer.get("/cohorts/" + cohort + "/trainees/deleted"), 200)
                        .get("items"))
                .hasSize(1);
        body(officer.post(trainee + "/restore"), 200);

        String path = "/cohorts/" + cohort;
        officer.send(HttpMethod.DELETE, path, null, "If-Match", "\"1\"")
                .expectStatus()
                .isNoContent();
        officer.get(path).expectStatus().isNotFound();
        body(officer.post(path + "/restore"), 200);
        assertThat(body(officer.get(path + "/trainees"), 200).get("items")).hasSize(1);
    }

    @Test
    void keepsOfficersInsideTheirRegion() {
        String cohort = scene.cohort();
        Caller neighbour = Caller.of(client, "451023", Role.PUBLICITY);

        neighbour.get("/cohorts/" + cohort).expectStatus().isNotFound();
        neighbour.get("/cohorts/" + cohort + "/trainees").expectStatus().isNotFound();
        neighbour
                .send(HttpMethod.POST, "/cohorts/" + cohort + "/close", null, "If-Match", "\"1\"")
                .expectStatus()
                .isNotFound();
        neighbour
                .post("/cohorts", cohortJson("C-" + Ids.next(), ""))
                .expectStatus()
                .isForbidden();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VILLAGER", "LECTURER", "JUDGE", "HALL_MANAGER"})
    void isForOfficersOnly(Role role) {
        Caller other = Caller.of(client, COUNTY, role);

        other.get("/cohorts").expectStatus().isForbidden();
        other.post("/cohorts", cohortJson("C-1", "")).expectStatus().isForbidden();
        other.get("/certificates").expectStatus().isForbidden();
    }
}
