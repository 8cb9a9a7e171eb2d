package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks every endpoint of contests, as everybody who has no business with some entry, while judges are assigned, changed
 * and score in different ways; each answer must be the same to the byte. New endpoints are asked without being named
 * here.
 */
@PlatformTest
@Import(TestMedia.class)
class LeakTest {

    private static final String ANYTHING = """
            {"reason":"r","scores":{"content":"1"},"title":"t","mediaAssetId":"m","judgeId":"j","deductionId":"d",
             "closesAt":"2040-01-01T00:00:00Z","opensAt":"2039-01-01T00:00:00Z","judges":[],"note":"n"}""";

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping handlers;

    private ContestStage stage;
    private List<Caller> panel;
    private Caller conflicted;

    @BeforeEach
    void set() {
        stage = new ContestStage(client, media, clock).drafted().opened(5).entered(3);
        conflicted = stage.judges.get(4);
        panel = stage.judges.subList(0, 4);
        clock.advance(Duration.ofHours(2));
        body(stage.officer.post(stage.path + "/screen"), 200);
    }

    @Test
    void nobodyLearnsWhoIsToJudge() {
        seat(panel.get(0), panel.get(1));
        body(stage.officer.post(stage.path + "/assignment"), 200);
        Map<String, String> some = answers(outsiders(), disputed());
        seat(panel.get(2), panel.get(3));
        seat(panel.get(1), panel.get(2), panel.get(3));
        body(stage.officer.post(stage.path + "/assignment"), 200);

        assertSame(answers(outsiders(), disputed()), some);
    }

    @Test
    void nobodyLearnsWhoJudgesOrWhatTheyScore() {
        seat(panel.get(0), panel.get(1), panel.get(2), panel.get(3), conflicted);
        body(stage.officer.post(stage.path + "/start-judging"), 200);
        String entry = stage.entries.get(0);
        Map<String, String> unscored = answers(outsiders(), disputed());
        Map<String, String> unscoredForConflicted = answers(List.of(conflicted), List.of(entry));
        assertThat(unscored).hasSizeGreaterThan(300);

        stage.score(panel.get(0), entry, "60", "20");
        stage.score(panel.get(1), entry, "1", "0.25");
        stage.score(panel.get(1), stage.entries.get(1), "59.5", "20");
        body(panel.get(2).put(stage.sheet(entry), ContestStage.scores("30", "10")), 200);
        assertSame(answers(outsiders(), disputed()), unscored);
        assertSame(answers(List.of(conflicted), List.of(entry)), unscoredForConflicted);

        String judges = stage.path + "/entries/" + entry + "/judges/";
        stage.officer
                .post(judges + panel.get(0).id() + "/remove", "{\"reason\":\"回避\"}")
                .expectStatus()
                .isNoContent();
        panel.get(3)
                .post(stage.path + "/entries/" + entry + "/recusal", "{\"reason\":\"认识作者\"}")
                .expectStatus()
                .isNoContent();
        stage.officer
                .post(
                        stage.path + "/entries/" + entry + "/score-sheets/"
                                + panel.get(1).id() + "/reopen",
                        ANYTHING)
                .expectStatus()
                .isNoContent();
        stage.score(panel.get(1), entry, "0", "0");
        assertSame(answers(outsiders(), disputed()), unscored);
        assertSame(answers(List.of(conflicted), List.of(entry)), unscoredForConflicted);
    }

    private void seat(Caller... judges) {
        StringBuilder all = new StringBuilder();
        for (Caller judge : judges) {
            String conflicts = judge == conflicted ? stage.lecturers.get(0).id() : "nobody";
            all.append(all.isEmpty() ? "" : ",")
                    .append("{\"id\":\"%s\",\"name\":\"评委\",\"conflictsWith\":[\"%s\"]}"
                            .formatted(judge.id(), conflicts));
        }
        String version = body(stage.officer.get(stage.path), 200).get("version").asString();
        body(
                stage.officer.send(
                        HttpMethod.PUT,
                        stage.path + "/judges",
                        "{\"judges\":[" + all + "]}",
                        "If-Match",
                        "\"" + version + "\""),
                200);
    }

    /** The one that judges disagree about. */
    private List<String> disputed() {
        return stage.entries.subList(0, 1);
    }

    private Map<String, Caller> people;

    /** Everybody who judges nothing: visitors, villagers, entrants, other judges, officers of elsewhere. */
    private List<Caller> outsiders() {
        if (people == null) {
            people = new LinkedHashMap<>();
            people.put("visitor", Caller.visitor(client));
            for (Role role : Role.values()) {
                people.put("of elsewhere " + role, Caller.of(client, "451023", role));
            }
            people.put("lecturer", Caller.of(client, "451022", Role.LECTURER));
            people.put("judge of nothing", Caller.of(client, "4510", Role.JUDGE));
            people.put("entrant", stage.lecturers.get(0));
            people.put("other entrant", stage.lecturers.get(1));
        }
        return List.copyOf(people.values());
    }

    private Map<String, String> answers(List<Caller> callers, List<String> entries) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (int who = 0; who < callers.size(); who++) {
            for (String request : requests(entries)) {
                String[] parts = request.split(" ");
                answers.put(who + " " + request, answer(callers.get(who), HttpMethod.valueOf(parts[0]), parts[1]));
            }
        }
        return answers;
    }

    private List<String> requests(List<String> entries) {
        TreeSet<String> requests = new TreeSet<>();
        handlers.getHandlerMethods().forEach((mapping, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.lecturehalls.competitions")) {
                mapping.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> mapping.getPatternsCondition()
                                .getPatterns()
                                .forEach(pattern ->
                                        requests.addAll(requests(method.name(), pattern.getPatternString(), entries))));
            }
        });
        return List.copyOf(requests);
    }

    private List<String> requests(String method, String pattern, List<String> entries) {
        String path = pattern.replace("/api/v1", "").replace("/contests/{id}", stage.path);
        if (!method.equals("GET") && path.equals("/contests")) {
            return List.of();
        }
        List<String> requests = new ArrayList<>();
        for (String entry : entries) {
            String filled = path.replace("{entryId}", entry)
                    .replace("{judgeId}", panel.get(0).id());
            requests.add(method + " " + filled.replaceAll("\\{\\w+}", "x"));
        }
        return requests;
    }

    private static String answer(Caller caller, HttpMethod method, String path) {
        boolean sends = method != HttpMethod.GET && method != HttpMethod.DELETE;
        WebTestClient.ResponseSpec answer =
                caller.send(method, path, sends ? ANYTHING : null, "X-Request-Id", "same", "If-Match", "\"0\"");
        EntityExchangeResult<byte[]> result = answer.expectBody().returnResult();
        String text =
                result.getResponseBody() == null ? "" : new String(result.getResponseBody(), StandardCharsets.UTF_8);
        Map<String, List<String>> headers = new LinkedHashMap<>();
        result.getResponseHeaders().forEach(headers::put);
        headers.keySet().removeIf(name -> name.equalsIgnoreCase("X-Request-Id"));
        return result.getStatus() + " " + headers + " " + text.replaceAll("/m/\\w+", "/m");
    }

    private static void assertSame(Map<String, String> now, Map<String, String> before) {
        assertThat(now.keySet()).isEqualTo(before.keySet());
        now.forEach((request, answer) -> assertThat(answer).as(request).isEqualTo(before.get(request)));
    }
}
