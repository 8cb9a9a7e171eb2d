package org.lecturehalls.answers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

@PlatformTest
class AnswerFilterTest {

    private static final String SUMMARY = "/statistics/summary?region=451027&year=2019";
    private static final String MONTHS = "/statistics/months?year=2019";

    @Autowired
    WebTestClient client;

    @Test
    void givesTheSameAnswerAgainAndNothingToWhoeverHasIt() {
        Caller visitor = Caller.visitor(client);
        byte[] first = visitor.get(SUMMARY).expectBody().returnResult().getResponseBody();

        EntityExchangeResult<byte[]> again = visitor.get(SUMMARY)
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("application/json")
                .expectBody()
                .returnResult();
        assertThat(again.getResponseBody()).isEqualTo(first);
        assertThat(again.getResponseHeaders().getFirst("Content-Security-Policy"))
                .isNotBlank();
        assertThat(again.getResponseHeaders().get("X-Request-Id")).hasSize(1);

        String tag = again.getResponseHeaders().getETag();
        visitor.send(HttpMethod.GET, SUMMARY, null, "If-None-Match", tag)
                .expectStatus()
                .isNotModified();
    }

    @Test
    void asksTheGateEachTime() {
        Caller officer = Caller.of(client, "451027", Role.PUBLICITY);
        officer.get(MONTHS).expectStatus().isOk();
        officer.get(MONTHS).expectStatus().isOk();
        Caller.visitor(client).get(MONTHS).expectStatus().isUnauthorized();
        Caller.of(client, "451027", Role.VILLAGER).get(MONTHS).expectStatus().isForbidden();
    }

    @Test
    void keepsRegionsApart() {
        String county = "/statistics/months?year=2019&region=451027";
        Caller.of(client, "451027", Role.PUBLICITY).get(county).expectStatus().isOk();
        Caller.of(client, "451028", Role.PUBLICITY).get(county).expectStatus().isForbidden();
    }
}
