package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.competitions.ContestStage.entry;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class EntryApiTest {

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    private ContestStage stage;
    private Caller lecturer;

    @BeforeEach
    void set() {
        stage = new ContestStage(client, media, clock).drafted().opened(2);
        lecturer = Caller.of(client, "451022001", Role.LECTURER);
    }

    @Test
    void showsEntrantsTheirOwnEntry() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.PROCESSING);

        JsonNode made = body(lecturer.post(stage.path + "/entries", entry(" 春耕 ", asset)), 201);

        assertThat(made.get("title").asString()).isEqualTo("春耕");
        assertThat(made.get("entrantId").asString()).isEqualTo(lecturer.id());
        assertThat(made.get("mediaAssetId").asString()).isEqualTo(asset);
        assertThat(made.get("state").asString()).isEqualTo("PROCESSING");
        stage.entered(2);
        assertThat(body(lecturer.get(stage.path + "/entries"), 200).get("items"))
                .hasSize(1);
        Caller other = Caller.of(client, "451022", Role.LECTURER);
        assertThat(body(other.get(stage.path + "/entries"), 200).get("items")).isEmpty();
    }

    @Test
    void showsOfficersAllEntriesPageByPage() {
        stage.entered(7);

        List<String> read = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(stage.officer.get(stage.path + "/entries?limit=3" + next), 200);
            page.get("items").forEach(item -> read.add(item.get("id").asString()));
            assertThat(page.at("/items/0/entrant").asString()).startsWith("Name of ");
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
        } while (next != null);
        assertThat(read).isEqualTo(stage.entries);
    }

    @Test
    void takesOwnUsableMediaOfTheRightKindOnce() {
        String path = stage.path + "/entries";
        String document = media.add(lecturer.id(), MediaKind.DOCUMENT, MediaState.READY);
        expectProblem(lecturer.post(path, entry("a", document)), 409, "wrong-media-kind");
        String refused = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.REFUSED);
        expectProblem(lecturer.post(path, entry("a", refused)), 409, "media-not-usable");
        String foreign = media.add("somebody", MediaKind.VIDEO, MediaState.READY);
        expectProblem(lecturer.post(path, entry("a", foreign)), 404, "not-found");
        String good = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        expectProblem(lecturer.post(path, entry(" ", good)), 422, "invalid-input");
        body(lecturer.post(path, entry("a", good)), 201);
        expectProblem(lecturer.post(path, entry("b", good)), 409, "already-entered");
    }

    @Test
    void entersOnceWhenRepeated() {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        String path = stage.path + "/entries";
        JsonNode first = body(lecturer.send(HttpMethod.POST, path, entry("a", asset), "Idempotency-Key", "k"), 201);
        JsonNode second = body(lecturer.send(HttpMethod.POST, path, entry("a", asset), "Idempotency-Key", "k"), 201);

        assertThat(second).isEqualTo(first);
        assertThat(body(lecturer.get(path), 200).get("items")).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void isForLecturersOfTheRegionOnly(Role role) {
        Caller caller = Caller.of(client, "451022", role);
        String asset = media.add(caller.id(), MediaKind.VIDEO, MediaState.READY);
        caller.post(stage.path + "/entries", entry("a", asset))
                .expectStatus()
                .isEqualTo(role == Role.LECTURER ? 201 : 403);
        caller.get(stage.path + "/entries")
                .expectStatus()
                .isEqualTo(role == Role.VILLAGER || role == Role.HALL_MANAGER ? 403 : 200);

        Caller outside = Caller.of(client, "451023", role);
        String theirs = media.add(outside.id(), MediaKind.VIDEO, MediaState.READY);
        outside.post(stage.path + "/entries", entry("a", theirs)).expectStatus().isForbidden();
        Caller.visitor(client).get(stage.path + "/entries").expectStatus().isUnauthorized();
    }

    @Test
    void judgesDoNotTakePart() {
        Caller both = Caller.of(client, "451022", Role.LECTURER, Role.JUDGE);
        String asset = media.add(both.id(), MediaKind.VIDEO, MediaState.READY);
        body(both.get("/me"), 200);
        body(stage.seat(List.of(both)), 200);
        expectProblem(both.post(stage.path + "/entries", entry("a", asset)), 409, "judge-cannot-enter");

        stage.entered(1);
        expectProblem(stage.seat(List.of(stage.lecturers.get(0))), 409, "judge-is-entrant");
        expectProblem(stage.seat(List.of(stage.officer)), 409, "judge-runs-contest");
        expectProblem(stage.seat(List.of(both, both)), 422, "invalid-input");
    }

    @Test
    void entriesCanBeTakenBackUntilJudgingStarts() {
        stage.entered(3);
        String path = stage.path + "/entries/";
        Caller owner = stage.lecturers.get(0);
        expectProblem(
                stage.lecturers.get(1).send(HttpMethod.DELETE, path + stage.entries.get(0), null), 404, "not-found");
        owner.send(HttpMethod.DELETE, path + stage.entries.get(0), null)
                .expectStatus()
                .isNoContent();
        expectProblem(owner.send(HttpMethod.DELETE, path + stage.entries.get(0), null), 404, "not-found");
        stage.officer
                .send(HttpMethod.DELETE, path + stage.entries.get(1), null)
                .expectStatus()
                .isNoContent();
        assertThat(body(stage.officer.get(stage.path + "/entries"), 200).get("items"))
                .hasSize(1);

        stage.judging();
        Caller last = stage.lecturers.get(2);
        expectProblem(last.send(HttpMethod.DELETE, path + stage.entries.get(2), null), 409, "wrong-contest-state");
    }

    @Test
    void tellsNobodyHowManyHaveEntered() {
        Caller visitor = Caller.visitor(client);
        JsonNode before = body(visitor.get(stage.path), 200);
        stage.entered(2);

        assertThat(body(visitor.get(stage.path), 200)).isEqualTo(before);
    }

    @Test
    void hidesAContestThatIsJudgedFromWhoHasNoPartInIt() {
        stage.entered(1).judging();

        for (Caller stranger : List.of(
                Caller.visitor(client),
                Caller.of(client, "451022", Role.LECTURER),
                Caller.of(client, "4510", Role.JUDGE),
                Caller.of(client, "451023", Role.PUBLICITY))) {
            stranger.get(stage.path).expectStatus().isNotFound();
            stranger.get(stage.path + "/ranking").expectStatus().isNotFound();
            assertThat(listed(stranger)).isFalse();
        }
        for (Caller part : List.of(stage.officer, stage.judges.get(0), stage.lecturers.get(0))) {
            part.get(stage.path).expectStatus().isOk();
            assertThat(listed(part)).isTrue();
        }
        stage.lecturers.get(0).get(stage.path + "/ranking").expectStatus().isNotFound();
        stage.judges.get(0).get(stage.path + "/ranking").expectStatus().isNotFound();
        stage.officer.get(stage.path + "/ranking").expectStatus().isOk();
    }

    @Test
    void showsDraftsToOfficersOnly() {
        ContestStage draft = new ContestStage(client, media, clock).drafted();
        body(draft.seat(List.of(stage.judges.get(0))), 200);

        stage.judges.get(0).get(draft.path).expectStatus().isNotFound();
        assertThat(body(draft.officer.get(draft.path), 200).get("judgeIds")).hasSize(1);
        assertThat(body(lecturer.get(stage.path), 200).has("judgeIds")).isFalse();
        assertThat(body(lecturer.get(stage.path), 200).has("judges")).isFalse();
    }

    @Test
    void takesNoEntryThatJudgingWouldMiss() {
        stage.entered(1);
        clock.advance(Duration.ofHours(2));
        body(stage.officer.post(stage.path + "/start-judging"), 200);
        clock.reset();

        String late = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        lecturer.post(stage.path + "/entries", entry("late", late))
                .expectStatus()
                .isNotFound();
        assertThat(body(stage.officer.get(stage.path + "/entries"), 200).get("items"))
                .hasSize(1);
    }

    private boolean listed(Caller caller) {
        String id = stage.path.substring("/contests/".length());
        return body(caller.get("/contests?limit=100"), 200)
                .get("items")
                .valueStream()
                .anyMatch(item -> item.get("id").asString().equals(id));
    }
}
