package org.lecturehalls.media;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.storage.StoredObject;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** What has lost its other half is found, listed, and removed only when an administrator says so. */
@PlatformTest
class OrphanTest extends JobScene {

    private static final Duration OLD_ENOUGH = Duration.ofHours(25);

    @Autowired
    OrphanSweep orphanSweep;

    @Autowired
    SourceRetention retention;

    @Test
    void listsObjectsWithoutRecordOnceTheyAreOldAndRemovesThemWhenConfirmed() {
        String id = Ids.next();
        put("media/" + id + "/1-abc/360p.mp4");
        put("media/" + id + "/1-abc/audio.m4a");
        String orphan = "media~" + id + "~";
        assertThat(listed()).doesNotContainKey(orphan);

        clock.advance(OLD_ENOUGH);
        JsonNode found = listed().get(orphan);
        assertThat(found.get("kind").asString()).isEqualTo("OBJECTS_WITHOUT_RECORD");
        assertThat(found.get("objects").asLong()).isEqualTo(2);
        assertThat(found.get("bytes").asLong()).isEqualTo(2);

        delete(orphan, 1, 409);
        assertThat(list("media/" + id + "/")).hasSize(2);
        delete(orphan, 2, 204);
        assertThat(list("media/" + id + "/")).isEmpty();
        delete(orphan, 2, 404);
        assertThat(listed()).doesNotContainKey(orphan);
    }

    @Test
    void leavesUploadsInFlightAlone() {
        UploadView upload = api.opened("a.mp4", 5, "VIDEO");
        put("uploads/" + upload.id() + "/source");
        clock.advance(OLD_ENOUGH);
        assertThat(listed()).doesNotContainKey("uploads~" + upload.id() + "~");
    }

    @Test
    void listsRecordsWhoseObjectsAreGoneAndWhatOldAttemptsLeft() throws JMSException {
        String id = ready("a.mp4", "VIDEO");
        String left = "media/" + id + "/7-" + "a".repeat(26) + "/";
        put(left + "144p.mp4");
        clock.advance(OLD_ENOUGH);
        Map<String, JsonNode> orphans = listed();
        JsonNode record = orphans.get("record~" + id);
        assertThat(record.get("kind").asString()).isEqualTo("RECORD_WITHOUT_OBJECTS");
        assertThat(record.get("objects").asLong()).isEqualTo(8);
        assertThat(orphans.get(left.replace('/', '~')).get("objects").asLong()).isEqualTo(1);

        delete(left.replace('/', '~'), 1, 204);
        assertThat(objectsOf(id)).extracting(StoredObject::key).containsExactly("uploads/" + id + "/source");
        delete("record~" + id, 8, 204);
        assertThat(objectsOf(id)).isEmpty();
        client.get()
                .uri("/api/v1/media-assets/{id}", id)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void findsNothingWrongWithWhatIsWhole() throws JMSException {
        String id = whole("a.mp4", "VIDEO");
        clock.advance(OLD_ENOUGH);
        assertThat(listed().keySet()).noneMatch(key -> key.contains(id));
    }

    @Test
    void deletingRemovesEveryObjectOfEveryKind() throws JMSException {
        Set<String> before = keys();
        List<String> ids = List.of(whole("a.mp4", "VIDEO"), whole("b.docx", "DOCUMENT"), whole("c.jpg", "PHOTO"));
        assertThat(keys()).hasSizeGreaterThan(before.size());
        for (String id : ids) {
            client.delete()
                    .uri("/api/v1/media-assets/{id}", id)
                    .headers(api.me)
                    .exchange()
                    .expectStatus()
                    .isNoContent();
        }
        assertThat(before).containsAll(keys());
    }

    @Test
    void dropsSourcesAfterTheirTimeButNeverOfWhatIsNotVerified() throws JMSException {
        String ready = whole("a.mp4", "VIDEO");
        String waiting = api.uploaded("b.mp4", "VIDEO");
        retention.dropOlderThan(Duration.ofDays(1)).block(WAIT);
        assertThat(list("uploads/" + ready + "/")).hasSize(1);

        clock.advance(OLD_ENOUGH);
        retention.dropOlderThan(Duration.ofDays(1)).block(WAIT);
        assertThat(list("uploads/" + ready + "/")).isEmpty();
        assertThat(list("media/" + ready + "/")).hasSize(8);
        assertThat(list("uploads/" + waiting + "/")).hasSize(1);
        AssetView view = api.asset(ready);
        assertThat(view.state()).isEqualTo(MediaState.READY);
        assertThat(view.sourceGoneAt()).isNotNull();
        client.post()
                .uri("/api/v1/media-assets/{id}/retry", ready)
                .headers(api.me)
                .exchange()
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("source-gone")
                .jsonPath("$.title")
                .value(title -> assertThat((String) title).contains("原文件已"));
        assertThat(listed().keySet()).noneMatch(key -> key.contains(ready));
    }

    /** One of which all that was made lies in the store, too. */
    private String whole(String name, String kind) throws JMSException {
        return ready(name, kind, claim -> filesOf(kind).forEach(file -> put(claim.outputPrefix() + file)));
    }

    private static List<String> filesOf(String kind) {
        return switch (kind) {
            case "VIDEO" ->
                List.of(
                        "144p.mp4",
                        "360p.mp4",
                        "audio.m4a",
                        "poster-1.jpg",
                        "poster-2.jpg",
                        "poster-3.jpg",
                        "strip-1.jpg",
                        "strip-2.jpg");
            case "DOCUMENT" -> List.of("document.pdf", "blind.pdf", "text.txt", "page-0001.webp");
            default -> List.of("photo-320.jpg", "photo-960.jpg");
        };
    }

    private Set<String> keys() {
        Set<String> keys = new HashSet<>();
        list("uploads/").forEach(object -> keys.add(object.key()));
        list("media/").forEach(object -> keys.add(object.key()));
        return keys;
    }

    /** All that a sweep finds now, by id. */
    private Map<String, JsonNode> listed() {
        orphanSweep.sweep().block(Duration.ofMinutes(2));
        Map<String, JsonNode> found = new HashMap<>();
        String after = "";
        while (after != null) {
            JsonNode page = Caller.body(admin().get("/operations/orphans?limit=100" + after), 200);
            page.get("items").forEach(each -> found.put(each.get("id").asString(), each));
            after = page.hasNonNull("next") ? "&after=" + page.get("next").asString() : null;
        }
        return found;
    }

    private void delete(String orphan, long objects, int status) {
        admin().send(HttpMethod.DELETE, "/operations/orphans/" + orphan + "?objects=" + objects, null)
                .expectStatus()
                .isEqualTo(status);
    }

    private Caller admin() {
        return Caller.of(client, "45", Role.ADMIN);
    }
}
