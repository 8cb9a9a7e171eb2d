package org.lecturehalls.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every endpoint as a visitor and as every role, from inside and from outside of the region where the records are, and
 * compares the answers with a table. Bodies are empty objects and versions stale, so that nothing is changed: whoever passes
 * the gate is told 4xx of another kind. An endpoint that is not in the table fails here with the line to add.
 */
@PlatformTest
class AccessTest {

    private static final List<Role> ROLES = List.of(Role.values());

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    WebTestClient client;

    @LocalServerPort
    int port;

    private final Map<String, String> tokens = new HashMap<>();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    @Test
    void everyEndpointAnswersEachKindOfCallerAsTheTableSays() {
        AccessTable table = AccessTable.read();
        AccessRecords records = new AccessRecords(client);
        List<String> wrong = new ArrayList<>();
        for (String endpoint : endpoints()) {
            List<String> answers = answers(endpoint, records);
            if (!answers.equals(table.of(endpoint))) {
                String line = AccessTable.line(endpoint, answers);
                wrong.add(table.of(endpoint).isEmpty() ? "add:     " + line : "differs: " + line);
            }
        }
        assertThat(wrong)
                .as(
                        "lines of %s that are missing or say otherwise. Check that each answer is meant; the columns are "
                                + "visitor, %s, with inside/outside of the region where they differ",
                        AccessTable.FILE, ROLES)
                .isEmpty();
    }

    @Test
    void everyLineOfTheTableHasAnEndpoint() {
        assertThat(AccessTable.read().endpoints()).isSubsetOf(endpoints());
    }

    private Set<String> endpoints() {
        Set<String> endpoints = new TreeSet<>();
        mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("org.lecturehalls.")) {
                info.getPatternsCondition()
                        .getPatterns()
                        .forEach(path -> info.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> endpoints.add(verb + " " + path.getPatternString())));
            }
        });
        return endpoints;
    }

    private List<String> answers(String endpoint, AccessRecords records) {
        String method = endpoint.substring(0, endpoint.indexOf(' '));
        String address = records.address(method, endpoint.substring(endpoint.indexOf(' ') + 1));
        Stream<String> people = ROLES.stream().map(role -> answer(method, address, role));
        return Stream.concat(Stream.of("" + status(method, address, null)), people)
                .toList();
    }

    private String answer(String method, String address, Role role) {
        int inside = status(method, address, token(role, AccessRecords.COUNTY));
        int outside = status(method, address, token(role, AccessRecords.ELSEWHERE));
        return inside == outside ? "" + inside : inside + "/" + outside;
    }

    /** One person for each role and region: what is asked for leaves nobody with a past. */
    private String token(Role role, String region) {
        return tokens.computeIfAbsent(
                role + region, id -> TestTokens.sign(TestTokens.claims(Set.of(role), region, id)));
    }

    /** The head of the answer is enough; a stream is closed again. */
    private int status(String method, String address, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + address))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "*/*")
                .header("If-Match", "\"999999\"");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (method.equals("GET")) {
            request.GET();
        } else {
            request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString("{}"));
        }
        try {
            HttpResponse<InputStream> answer = http.send(request.build(), BodyHandlers.ofInputStream());
            answer.body().close();
            return answer.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
