package org.lecturehalls.divisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lecturehalls.regions.RegionCode;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.test.StepVerifier;

@PlatformTest
class DivisionsApiTest {

    @Autowired
    WebTestClient client;

    @Autowired
    Divisions divisions;

    @Autowired
    ReactiveMongoOperations mongo;

    @Test
    void findsADivisionAndThoseAroundIt() {
        client.get()
                .uri("/api/v1/regions/451022101")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("祥周镇")
                .jsonPath("$.level")
                .isEqualTo("TOWNSHIP")
                .jsonPath("$.path[*].name")
                .value((List<String> names) -> assertThat(names).containsExactly("广西壮族自治区", "百色市", "田东县"));
    }

    @Test
    void listsWhatLiesDirectlyInside() {
        client.get()
                .uri("/api/v1/regions/4510/children")
                .exchange()
                .expectBody()
                .jsonPath("$.length()")
                .isEqualTo(12)
                .jsonPath("$[0].code")
                .isEqualTo("451002")
                .jsonPath("$[0].level")
                .isEqualTo("COUNTY");
    }

    @Test
    void searchesByNamePageByPage() {
        record Found(String code, String name) {}
        record Result(List<Found> items, String next) {}
        Result first = client.get()
                .uri("/api/v1/regions?q=和平&within=4510&limit=2")
                .exchange()
                .expectBody(Result.class)
                .returnResult()
                .getResponseBody();
        Result second = client.get()
                .uri("/api/v1/regions?q=和平&within=4510&limit=2&after={after}", first.next())
                .exchange()
                .expectBody(Result.class)
                .returnResult()
                .getResponseBody();

        assertThat(first.items()).hasSize(2).allMatch(found -> found.name().contains("和平"));
        assertThat(second.items()).isNotEmpty().doesNotContainAnyElementsOf(first.items());
    }

    @Test
    void takesRegexSignsInASearchAsText() {
        client.get()
                .uri("/api/v1/regions?q={q}", ".*")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items.length()")
                .isEqualTo(0);
    }

    @Test
    void refusesWhatIsNoCode() {
        client.get()
                .uri("/api/v1/regions/45102")
                .header("Accept-Language", "en")
                .exchange()
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .jsonPath("$.errors[0].message")
                .isEqualTo("A division code has 2, 4, 6, 9 or 12 digits");
        client.get().uri("/api/v1/regions/999999").exchange().expectStatus().isNotFound();
    }

    @Test
    void findsTheSuccessorOfAReplacedCode() {
        mongo.save(new DivisionChange("451098", "451099", 2018))
                .then(mongo.save(new DivisionChange("451099", "451003", 2020)))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        client.get()
                .uri("/api/v1/regions/451098")
                .exchange()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("451003");
        RegionCode old = new RegionCode("451098");
        RegionCode unknown = new RegionCode("990000000");
        StepVerifier.create(divisions.resolve(List.of(old, unknown)))
                .expectNext(Map.of(old, new RegionCode("451003")))
                .verifyComplete();
    }

    @Test
    void endsOnCodesThatReplaceEachOther() {
        mongo.save(new DivisionChange("451096", "451097", 2018))
                .then(mongo.save(new DivisionChange("451097", "451096", 2019)))
                .as(StepVerifier::create)
                .expectNextCount(1)
                .verifyComplete();

        client.get().uri("/api/v1/regions/451096").exchange().expectStatus().isNotFound();
    }
}
