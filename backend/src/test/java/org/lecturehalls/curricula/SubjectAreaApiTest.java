package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
class SubjectAreaApiTest {

    private static final String COURSE = """
            {"title": "春耕", "summary": "怎样选种", "format": "LECTURE", "language": "zh", "subject": "%s"}""";

    @Autowired
    WebTestClient client;

    private Caller city;
    private Caller visitor;
    private String id;

    @BeforeEach
    void people() {
        city = Caller.of(client, "4510", Role.PUBLICITY);
        visitor = Caller.visitor(client);
        id = "a-" + Ids.next();
    }

    @Test
    void beginsWithTheUsualAreasInOrder() {
        JsonNode items = body(visitor.get("/subject-areas?limit=100"), 200).get("items");

        assertThat(StreamSupport.stream(items.spliterator(), false)
                        .map(each -> each.get("nameZh").asString()))
                .containsSubsequence("理论政策", "革命传统", "历史", "农业技术", "法律", "健康", "文化");
    }

    @Test
    void isChangedPutAwayAndBroughtBackByTheCity() {
        String path = "/subject-areas/" + id;
        body(city.post("/subject-areas", area()), 201);
        expectProblem(city.post("/subject-areas", area()), 409, "already-exists");
        String renamed = "{\"nameZh\": \"生态文明\", \"nameEn\": \"Ecology\", \"place\": 5}";
        city.put(path, renamed).expectStatus().isEqualTo(428);
        body(city.send(HttpMethod.PUT, path, renamed, "If-Match", "\"1\""), 200);
        expectProblem(city.send(HttpMethod.PUT, path, renamed, "If-Match", "\"1\""), 412, "stale-version");
        assertThat(body(visitor.get(path), 200).get("nameZh").asString()).isEqualTo("生态文明");

        city.send(HttpMethod.DELETE, path, null, "If-Match", "\"2\"")
                .expectStatus()
                .isNoContent();
        visitor.get(path).expectStatus().isNotFound();
        body(city.post(path + "/restore"), 200);
        assertThat(body(city.get(path + "/history"), 200).get("items")).hasSize(4);
    }

    @Test
    void isNotForCountiesToChange() {
        Caller county = Caller.of(client, "451022", Role.PUBLICITY);

        expectProblem(county.post("/subject-areas", area()), 403, "outside-region");
        Caller.of(client, "4510", Role.LECTURER)
                .post("/subject-areas", area())
                .expectStatus()
                .isForbidden();
        visitor.get("/subject-areas/deleted").expectStatus().isUnauthorized();
    }

    @Test
    void isTakenByCoursesAsLongAsItIsThere() {
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        body(city.post("/subject-areas", area()), 201);
        JsonNode course = body(lecturer.post("/courses", COURSE.formatted(id)), 201);
        assertThat(course.get("subject").asString()).isEqualTo(id);

        city.send(HttpMethod.DELETE, "/subject-areas/" + id, null, "If-Match", "\"1\"")
                .expectStatus()
                .isNoContent();
        JsonNode refused = body(lecturer.post("/courses", COURSE.formatted(id)), 422);
        assertThat(refused.get("errors").get(0).get("code").asString()).isEqualTo("unknown-subject");
        String path = "/courses/" + course.get("id").asString();
        body(lecturer.send(HttpMethod.PUT, path, COURSE.formatted(id), "If-Match", "\"0\""), 200);
    }

    private String area() {
        return "{\"id\": \"%s\", \"nameZh\": \"生态环保\", \"nameEn\": \"Environment\", \"place\": 80}".formatted(id);
    }
}
