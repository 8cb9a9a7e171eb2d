package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehalls.curricula.Course.Description;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class CourseListsTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");

    @Autowired
    private WebTestClient client;

    @Autowired
    private CourseStore store;

    /** Whatever the page size and however many were published at the same moment: each once, in order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void pagesThroughTheCatalogueWithoutGapsOrRepeats(long seed) {
        Random random = new Random(seed);
        String word = "w" + Ids.next();
        List<Course> all = new ArrayList<>();
        int count = random.nextInt(1, 30);
        for (int i = 0; i < count; i++) {
            all.add(store.insert(
                            course(word + " " + i, "4510", "owner").published(MONDAY.plusSeconds(random.nextInt(4))))
                    .block());
        }
        all.sort(Comparator.comparing(Course::publishedAt)
                .thenComparing(Course::id)
                .reversed());

        List<String> read = readAll(Caller.visitor(client), "/courses?q=" + word + "&limit=" + random.nextInt(1, 12));

        assertThat(read).isEqualTo(all.stream().map(Course::id).toList());
    }

    @Test
    void pagesThroughOnesOwnCourses() {
        Caller lecturer = Caller.of(client, "451022", Role.LECTURER);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            ids.add(store.insert(course("c", "451022", lecturer.id())).block().id());
        }
        ids.sort(Collections.reverseOrder());

        assertThat(readAll(lecturer, "/me/courses?limit=3")).isEqualTo(ids);
    }

    @Test
    void showsEachOfficerTheirRegionOnly() {
        List<String> inside = new ArrayList<>();
        for (String region : List.of("460101", "460101002", "460101002003")) {
            inside.add(store.insert(course("c", region, "o").in(CourseState.SUBMITTED))
                    .block()
                    .id());
        }
        store.insert(course("c", "460102", "o").in(CourseState.SUBMITTED)).block();
        store.insert(course("c", "4601", "o").in(CourseState.SUBMITTED)).block();
        store.insert(course("c", "460101", "o")).block();

        Caller officer = Caller.of(client, "460101", Role.PUBLICITY);
        assertThat(readAll(officer, "/review/courses?limit=2")).containsExactlyInAnyOrderElementsOf(inside);
    }

    @Test
    void searchesTitlesAndSummariesAsTheyAreTyped() {
        String word = "W" + Ids.next();
        store.insert(course(word + " .*(", "4510", "o").published(MONDAY)).block();
        store.insert(course(word + " draft .*(", "4510", "o")).block();
        Caller visitor = Caller.visitor(client);

        assertThat(readAll(visitor, "/courses?q=" + word.toLowerCase())).hasSize(1);
        assertThat(readAll(visitor, "/courses?q=" + word + " .*(")).hasSize(1);
        assertThat(readAll(visitor, "/courses?q=" + word + ".*x")).isEmpty();
        assertThat(readAll(visitor, "/courses?format=SKIT&q=" + word)).hasSize(1);
        assertThat(readAll(visitor, "/courses?format=STORY&q=" + word)).isEmpty();
        assertThat(readAll(visitor, "/courses?q=" + word + "&limit=1000")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "eA", "%00", "MjAyNi0wMy0wMg"})
    void refusesCursorsItDidNotMake(String cursor) {
        expectProblem(Caller.visitor(client).get("/courses?after=" + cursor), 422, "invalid-input");
    }

    private static List<String> readAll(Caller caller, String path) {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = body(caller.get(path + next), 200);
            page.get("items").forEach(item -> ids.add(item.get("id").asString()));
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
        } while (next != null);
        return ids;
    }

    private static Course course(String title, String region, String ownerId) {
        CurrentUser owner = new CurrentUser(ownerId, "n", Set.of(Role.LECTURER), new RegionCode(region));
        return Course.draft(
                Ids.next(), new Description(title, "s", CourseFormat.SKIT, "zh", null, null, List.of()), owner, MONDAY);
    }
}
