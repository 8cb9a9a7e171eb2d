package org.lecturehalls.halls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.TestTokens.as;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.test.StepVerifier;

@PlatformTest
class HallsApiTest {

    private static final String COUNTY = "451022";
    private static final String OTHER_COUNTY = "451024";

    @Autowired
    WebTestClient client;

    @Autowired
    HallDirectory directory;

    @Test
    void keepsWhatWasEntered() {
        Map<String, Object> input = input();
        HallView hall = created(input);

        client.get()
                .uri("/api/v1/halls/" + hall.id())
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .valueEquals("ETag", "\"1\"")
                .expectBody()
                .jsonPath("$.number")
                .isEqualTo(input.get("number"))
                .jsonPath("$.openingHours[0].opens")
                .isEqualTo("08:30:00")
                .jsonPath("$.equipment[1]")
                .isEqualTo("音响")
                .jsonPath("$.managerId")
                .doesNotExist();
    }

    @Test
    void makesOneHallOfARepeatedRequest() {
        Map<String, Object> input = input();
        String first = create(input, "key-of-" + input.get("number"));
        String second = create(input, "key-of-" + input.get("number"));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void refusesASecondHallWithTheSameNumber() {
        Map<String, Object> input = input();
        created(input);

        post(input)
                .expectStatus()
                .isEqualTo(409)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("already-exists");
    }

    @Test
    void namesEveryWrongField() {
        Map<String, Object> input = input();
        input.putAll(Map.of("name", " ", "latitude", 91, "capacity", 0, "region", "451022999"));
        input.put("openingHours", List.of(Map.of("day", "MONDAY", "opens", "12:00", "closes", "08:00")));

        post(input)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[*].field")
                .value((List<String> fields) -> assertThat(fields)
                        .containsExactlyInAnyOrder("name", "latitude", "capacity", "openingHours[0].forwards"));
    }

    @Test
    void refusesAnUnknownRegion() {
        Map<String, Object> input = input();
        input.put("region", "451022999");

        post(input)
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].code")
                .isEqualTo("unknown-region");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VILLAGER", "LECTURER", "JUDGE", "HALL_MANAGER"})
    void letsOnlyOfficersAddHalls(Role role) {
        client.post()
                .uri("/api/v1/halls")
                .headers(as(role, COUNTY, "somebody"))
                .bodyValue(input())
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsOfficersInsideTheirRegion() {
        HallView hall = created(input());

        client.post()
                .uri("/api/v1/halls")
                .headers(as(Role.PUBLICITY, OTHER_COUNTY, "officer-next-door"))
                .bodyValue(input())
                .exchange()
                .expectStatus()
                .isForbidden();
        change(hall, input(), 1, Role.PUBLICITY, OTHER_COUNTY).expectStatus().isNotFound();
        client.delete()
                .uri("/api/v1/halls/" + hall.id())
                .headers(as(Role.ADMIN, OTHER_COUNTY, "admin-next-door"))
                .header("If-Match", "\"1\"")
                .exchange()
                .expectStatus()
                .isNotFound();
        client.get()
                .uri("/api/v1/halls/" + hall.id() + "/history")
                .headers(as(Role.PUBLICITY, OTHER_COUNTY, "officer-next-door"))
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    void doesNotLetAHallBeMovedOutOfTheRegion() {
        HallView hall = created(input());
        Map<String, Object> moved = input();
        moved.put("region", "451024");

        change(hall, moved, 1, Role.PUBLICITY, COUNTY).expectStatus().isForbidden();
    }

    @Test
    void losesNoChangeToAnother() {
        Map<String, Object> input = input();
        HallView hall = created(input);
        input.put("capacity", 120);
        change(hall, input, 1, Role.PUBLICITY, COUNTY).expectStatus().isOk();

        change(hall, input, 1, Role.PUBLICITY, COUNTY).expectStatus().isEqualTo(412);
        client.put()
                .uri("/api/v1/halls/" + hall.id())
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .bodyValue(input)
                .exchange()
                .expectStatus()
                .isEqualTo(428);
    }

    @Test
    void letsTheManagerChangeOnlyTheOwnHall() {
        Map<String, Object> input = input();
        input.put("managerId", "mei");
        HallView own = created(input);
        HallView other = created(input());
        input.put("address", "新址");

        change(own, input, 1, Role.HALL_MANAGER, COUNTY, "mei").expectStatus().isOk();
        change(other, input(), 1, Role.HALL_MANAGER, COUNTY, "mei")
                .expectStatus()
                .isForbidden();
        input.put("managerId", "a-friend");
        change(own, input, 2, Role.HALL_MANAGER, COUNTY, "mei")
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("hall-handed-over-by-officers");
    }

    @Test
    void remembersWhoChangedWhat() {
        Map<String, Object> input = input();
        HallView hall = created(input);
        input.put("capacity", 120);
        change(hall, input, 1, Role.PUBLICITY, COUNTY).expectStatus().isOk();
        input.put("state", "CLOSED");
        change(hall, input, 2, Role.ADMIN, "45").expectStatus().isOk();

        client.get()
                .uri("/api/v1/halls/" + hall.id() + "/history?limit=2")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .exchange()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(2)
                .jsonPath("$.next")
                .isNotEmpty()
                .jsonPath("$.items[0].authorName")
                .isEqualTo("Name of somebody")
                .jsonPath("$.items[0].changes[0].after")
                .isEqualTo("停用")
                .jsonPath("$.items[1].changes.length()")
                .isEqualTo(1)
                .jsonPath("$.items[1].changes[0].field")
                .isEqualTo("capacity")
                .jsonPath("$.items[1].changes[0].before")
                .isEqualTo("80");
    }

    @Test
    void writesNothingWhenNothingDiffers() {
        Map<String, Object> input = input();
        HallView hall = created(input);

        change(hall, input, 1, Role.PUBLICITY, COUNTY).expectHeader().valueEquals("ETag", "\"1\"");
    }

    @Test
    void putsAHallAwayAndBringsItBack() {
        HallView hall = created(input());
        delete(hall, 1).expectStatus().isNoContent();

        client.get().uri("/api/v1/halls/" + hall.id()).exchange().expectStatus().isNotFound();
        client.get()
                .uri("/api/v1/halls/deleted?limit=100")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .exchange()
                .expectBody()
                .jsonPath("$.items[?(@.id=='" + hall.id() + "')].deletedAt")
                .isNotEmpty();
        StepVerifier.create(directory.get(hall.id()).map(HallSummary::active))
                .expectNext(false)
                .verifyComplete();
        client.post()
                .uri("/api/v1/halls/" + hall.id() + "/restore")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .exchange()
                .expectStatus()
                .isOk();
        client.get().uri("/api/v1/halls/" + hall.id()).exchange().expectStatus().isOk();
    }

    @Test
    void findsHallsByTextRegionAndKind() {
        Map<String, Object> stop = input();
        stop.putAll(Map.of("name", "林逢集市流动点", "type", "MOBILE_STOP", "region", "451022101"));
        HallView hall = created(stop);

        String id = "$.items[?(@.id=='" + hall.id() + "')]";
        String found = "/api/v1/halls?limit=100&region=451022101&type=MOBILE_STOP&state=OPEN&q=";
        client.get().uri(found + "集市").exchange().expectBody().jsonPath(id).isNotEmpty();
        client.get().uri(found + "没有").exchange().expectBody().jsonPath(id).isEmpty();
        client.get()
                .uri("/api/v1/halls?limit=100&region=451024")
                .exchange()
                .expectBody()
                .jsonPath(id)
                .isEmpty();
    }

    @Test
    void pagesThroughAllHallsOnce() {
        String mark = Ids.next().substring(10, 20);
        for (int i = 0; i < 5; i++) {
            Map<String, Object> input = input();
            input.put("number", mark + "-" + i);
            created(input);
        }
        record Result(List<HallView> items, String next) {}

        List<String> seen = new ArrayList<>();
        String after = "";
        while (after != null) {
            Result page = client.get()
                    .uri("/api/v1/halls?limit=2&q=" + mark + after)
                    .exchange()
                    .expectBody(Result.class)
                    .returnResult()
                    .getResponseBody();
            page.items().forEach(hall -> seen.add(hall.number()));
            after = page.next() == null ? null : "&after=" + page.next();
        }

        assertThat(seen).containsExactly(mark + "-0", mark + "-1", mark + "-2", mark + "-3", mark + "-4");
    }

    @Test
    void tellsOtherCapabilitiesWhatIsInARegion() {
        HallView hall = created(input());

        StepVerifier.create(directory
                        .within(new RegionCode("4510"))
                        .filter(summary -> summary.id().equals(hall.id())))
                .assertNext(summary -> assertThat(summary.capacity()).isEqualTo(80))
                .verifyComplete();
    }

    private static Map<String, Object> input() {
        Map<String, Object> input = new TreeMap<>();
        input.put("number", "T-" + Ids.next());
        input.put("name", "平马镇讲习所");
        input.put("type", "HALL");
        input.put("state", "OPEN");
        input.put("region", "451022100");
        input.put("address", "平马镇朝阳路 12 号");
        input.put("latitude", 23.5976);
        input.put("longitude", 107.1261);
        input.put("capacity", 80);
        input.put("equipment", List.of("投影仪", "音响"));
        input.put("openingHours", List.of(Map.of("day", "MONDAY", "opens", "08:30", "closes", "12:00")));
        return input;
    }

    private HallView created(Map<String, Object> input) {
        return post(input)
                .expectStatus()
                .isCreated()
                .expectBody(HallView.class)
                .returnResult()
                .getResponseBody();
    }

    private String create(Map<String, Object> input, String key) {
        return client.post()
                .uri("/api/v1/halls")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .header("Idempotency-Key", key)
                .bodyValue(input)
                .exchange()
                .expectStatus()
                .isCreated()
                .expectBody(HallView.class)
                .returnResult()
                .getResponseBody()
                .id();
    }

    private ResponseSpec post(Map<String, Object> input) {
        return client.post()
                .uri("/api/v1/halls")
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .bodyValue(input)
                .exchange();
    }

    private ResponseSpec change(HallView hall, Map<String, Object> input, long version, Role role, String region) {
        return change(hall, input, version, role, region, "somebody");
    }

    private ResponseSpec change(
            HallView hall, Map<String, Object> input, long version, Role role, String region, String user) {
        return client.put()
                .uri("/api/v1/halls/" + hall.id())
                .headers(as(role, region, user))
                .header("If-Match", "\"" + version + "\"")
                .bodyValue(input)
                .exchange();
    }

    private ResponseSpec delete(HallView hall, long version) {
        return client.delete()
                .uri("/api/v1/halls/" + hall.id())
                .headers(as(Role.PUBLICITY, COUNTY, "officer"))
                .header("If-Match", "\"" + version + "\"")
                .exchange();
    }
}
