package org.lecturehalls.lecturers;

import static org.lecturehalls.support.Caller.body;

import java.time.LocalDate;
import java.time.ZoneId;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;

/** An officer who trains lecturers. */
public final class TrainingScene {

    public static final String COUNTY = "451022";

    private final WebTestClient client;
    private final Caller officer;

    public TrainingScene(WebTestClient client) {
        this.client = client;
        this.officer = Caller.of(client, COUNTY, Role.PUBLICITY);
    }

    public Caller officer() {
        return officer;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai"));
    }

    /** A new lecturer who signs in as the caller's id. */
    public String lecturer(String name, Caller account) {
        return body(officer.post("/lecturers", """
                                {"number": "L-%s", "name": "%s", "region": "%s", "categories": ["EXPERT"], "userId": "%s"}""".formatted(Ids.next(), name, COUNTY, account.id())), 201)
                .get("id")
                .asString();
    }

    public Caller account() {
        return Caller.of(client, COUNTY, Role.LECTURER);
    }

    public static String cohortJson(String number, String more) {
        return """
                {"number": "%s", "name": "第一期讲习员培训班", "region": "%s", "startsOn": "2026-03-02", "endsOn": "2026-03-03",
                 "courses": [{"code": "K1", "title": "怎样讲好乡村振兴", "day": "2026-03-02", "hours": 4},
                             {"code": "K2", "title": "试讲", "day": "2026-03-03", "hours": 6}]%s}""".formatted(number, COUNTY, more);
    }

    public String cohort() {
        return cohort("");
    }

    /** @param more further fields, each after a comma */
    public String cohort(String more) {
        return body(officer.post("/cohorts", cohortJson("C-" + Ids.next(), more)), 201)
                .get("id")
                .asString();
    }

    public void enrol(String cohort, String lecturer) {
        body(officer.post("/cohorts/" + cohort + "/trainees", "{\"lecturerId\": \"" + lecturer + "\"}"), 201);
    }

    public ResponseSpec note(String cohort, String lecturer, String result) {
        String path = "/cohorts/" + cohort + "/trainees/" + lecturer;
        String json = "{\"attended\": [\"K2\", \"K1\"], \"result\": \"" + result + "\"}";
        return officer.send(HttpMethod.PUT, path, json, "If-Match", version(path));
    }

    public ResponseSpec close(String cohort) {
        return step(cohort, "close");
    }

    public ResponseSpec step(String cohort, String step) {
        String path = "/cohorts/" + cohort;
        return officer.send(HttpMethod.POST, path + "/" + step, null, "If-Match", version(path));
    }

    public String version(String path) {
        return "\"" + body(officer.get(path), 200).get("version").asLong() + "\"";
    }

    /** The number of the certificate of a lecturer who has just passed. */
    public String certificate(String lecturer, String more) {
        String cohort = cohort(more);
        enrol(cohort, lecturer);
        body(note(cohort, lecturer, "PASSED"), 200);
        body(close(cohort), 200);
        return trainee(cohort, lecturer).get("certificateNumber").asString();
    }

    public JsonNode trainee(String cohort, String lecturer) {
        return body(officer.get("/cohorts/" + cohort + "/trainees/" + lecturer), 200);
    }
}
