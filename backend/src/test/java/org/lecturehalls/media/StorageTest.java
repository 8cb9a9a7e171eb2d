package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.JMSException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The account of what files take up. */
@PlatformTest
class StorageTest extends JobScene {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    ReactiveMongoOperations mongo;

    @Test
    void countsWhatAnUploaderHasAndForgetsWhatIsDeleted() throws JMSException {
        String video = ready("a.mp4", "VIDEO");
        String document = ready("b.docx", "DOCUMENT");
        String photo = ready("c.jpg", "PHOTO");
        long sources = "content of a.mp4".length() + "content of b.docx".length();
        JsonNode use = awaitUse("photos", 900);
        assertThat(use.get("sources").asLong()).isEqualTo(sources);
        assertThat(use.get("renditions").asLong()).isEqualTo(3_000);
        assertThat(use.get("documents").asLong()).isEqualTo(5_000);
        assertThat(use.get("files").asLong()).isEqualTo(3);
        assertThat(use.get("counted").asLong()).isEqualTo(sources + "content of c.jpg".length());

        for (String id : List.of(video, document, photo)) {
            client.delete()
                    .uri("/api/v1/media-assets/{id}", id)
                    .headers(api.me)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        JsonNode nothing = awaitUse("files", 0);
        assertThat(nothing.get("sources").asLong()).isZero();
        assertThat(nothing.get("renditions").asLong()).isZero();
    }

    @Test
    void rebuildGivesTheSameNumbersAndMendsWrongOnes() throws JMSException {
        ready("a.mp4", "VIDEO");
        JsonNode before = awaitUse("renditions", 3_000);
        Caller admin = Caller.of(client, "45", Role.ADMIN);
        rebuild(admin);
        assertThat(use()).isEqualTo(before);

        Query mine = Query.query(Criteria.where("ownerId").is(api.userId));
        mongo.updateFirst(mine, Update.update("use.renditions", 77L), UploaderUse.class)
                .block(WAIT);
        assertThat(use().get("renditions").asLong()).isEqualTo(77);
        assertThat(rebuild(admin)).isPositive();
        assertThat(use()).isEqualTo(before);
    }

    @Test
    void showsOfficersTheUploadersAndHallsOfTheirRegion() throws JMSException {
        Caller officer = Caller.of(client, MediaApi.REGION, Role.PUBLICITY);
        String hall = Caller.body(officer.post("/halls", """
                        {"number":"S-%s","name":"记账讲习所","type":"HALL","state":"OPEN","region":"451022","address":"",
                         "latitude":23.6,"longitude":107.1,"capacity":80}""".formatted(number())), 201)
                .get("id")
                .asString();
        Caller.body(officer.post("/lecturers", """
                        {"number":"S-%s","name":"黄账","region":"451022","categories":["EXPERT"],"homeHallId":"%s","userId":"%s"}""".formatted(number(), hall, api.userId)), 201);
        ready("a.mp4", "VIDEO");
        awaitUse("renditions", 3_000);

        JsonNode line = find(officer, "/operations/storage/uploaders", "uploaderId", api.userId);
        assertThat(line.get("hall").asString()).isEqualTo("记账讲习所");
        assertThat(line.get("quota").asLong()).isPositive();
        JsonNode account = find(officer, "/operations/storage/halls", "id", hall);
        assertThat(account.get("name").asString()).isEqualTo("记账讲习所");
        assertThat(account.get("total").asLong()).isEqualTo(3_000 + "content of a.mp4".length());
        assertThat(Caller.body(officer.get("/operations/storage"), 200)
                        .get("uploaders")
                        .asLong())
                .isPositive();

        Caller nextDoor = Caller.of(client, "451023", Role.PUBLICITY);
        assertThat(find(nextDoor, "/operations/storage/uploaders", "uploaderId", api.userId))
                .isNull();
        assertThat(find(nextDoor, "/operations/storage/halls", "id", hall)).isNull();
        officer.post("/operations/storage/rebuild").expectStatus().isForbidden();
    }

    private JsonNode use() {
        byte[] body = client.get()
                .uri("/api/v1/me/storage")
                .headers(TestTokens.as(Role.LECTURER, MediaApi.REGION, api.userId))
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return JSON.readTree(body).get("use");
    }

    private JsonNode awaitUse(String field, long value) {
        return await().atMost(WAIT).until(this::use, use -> use.get(field).asLong() == value);
    }

    private static long rebuild(Caller admin) {
        return Caller.body(admin.post("/operations/storage/rebuild"), 200)
                .get("mended")
                .asLong();
    }

    /** Looks through all pages, a few lines at a time. */
    private static JsonNode find(Caller caller, String path, String field, String value) {
        List<JsonNode> found = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = Caller.body(caller.get(path + "?limit=7" + after), 200);
            page.get("items").forEach(each -> {
                if (each.get(field).asString().equals(value)) {
                    found.add(each);
                }
            });
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        }
        assertThat(found).hasSizeLessThan(2);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String number() {
        return Ids.next().substring(10);
    }
}
