package org.lecturehalls.curricula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestMedia.class)
class QuizApiTest {

    private static final String QUIZ = """
            {"title": "课后练习", "passPercent": 75, "questions": [
              {"kind": "SINGLE_CHOICE", "text": "山歌属于？", "choices": ["法律", "文化"], "right": [1], "explanation": "山歌是民间文化"},
              {"kind": "MULTIPLE_CHOICE", "text": "哪些是水果？", "choices": ["芒果", "荔枝", "石头"], "right": [1, 0]},
              {"kind": "TRUE_FALSE", "text": "百色在广西。", "right": [0]},
              {"kind": "FILL_IN", "text": "百色起义在哪一年？", "texts": ["1929", "一九二九"]}]}""";

    @Autowired
    private WebTestClient client;

    private Caller lecturer;
    private Caller villager;
    private String course;
    private String lesson;
    private String path;

    @BeforeEach
    void publishedQuiz() {
        lecturer = Caller.of(client, "451022", Role.LECTURER);
        villager = Caller.of(client, "451022", Role.VILLAGER);
        course = draft();
        JsonNode withQuiz = body(add(course, QUIZ), 200);
        lesson = withQuiz.at("/lessons/0/id").asString();
        path = course + "/lessons/" + lesson;
    }

    private void publish() {
        body(lecturer.post(course + "/submit"), 200);
        body(Caller.of(client, "4510", Role.PUBLICITY).post(course + "/publish"), 200);
    }

    @Test
    void marksEveryKindOfQuestionAndKeepsTheAttempt() {
        publish();
        JsonNode all = body(answer(ids(), "[1]", "[0, 1]", "[0]", " １９２９ "), 201);

        assertThat(all.get("right").asInt()).isEqualTo(4);
        assertThat(all.get("passed").asBoolean()).isTrue();
        JsonNode some = body(answer(ids(), "[0]", "[0]", "[0]", "1930"), 201);
        assertThat(some.get("right").asInt()).isEqualTo(1);
        assertThat(some.get("passed").asBoolean()).isFalse();
        assertThat(some.get("total").asInt()).isEqualTo(4);

        JsonNode kept = body(villager.get(path + "/attempts"), 200).get("items");
        assertThat(kept).hasSize(2);
        assertThat(kept.get(0).get("count").asInt()).isEqualTo(2);
        assertThat(body(lecturer.get(path + "/attempts"), 200).get("items")).isEmpty();
        assertThat(body(villager.get(path + "/attempts?limit=1"), 200)
                        .get("next")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void neverShowsTheKeyToThoseWhoAnswer() {
        publish();
        for (Caller caller : List.of(Caller.visitor(client), villager, Caller.of(client, "451022", Role.LECTURER))) {
            String shown = body(caller.get(path + "/quiz"), 200).toString();
            assertThat(shown).contains("山歌属于", "芒果").doesNotContain("1929", "explanation", "right", "texts", "民间文化");
            assertThat(body(caller.get(course), 200).toString()).doesNotContain("山歌属于", "1929");
        }
        assertThat(body(answer(ids(), "[0]", "[]", "[1]", ""), 201).toString()).doesNotContain("民间文化", "1929");
        assertThat(body(lecturer.get(path + "/quiz"), 200).toString()).contains("1929", "民间文化");
    }

    @Test
    void hidesAndClosesQuizzesOfUnpublishedCourses() {
        villager.get(path + "/quiz").expectStatus().isNotFound();
        villager.post(path + "/attempts", "{\"answers\": []}").expectStatus().isNotFound();
        Caller.visitor(client)
                .post(path + "/attempts", "{\"answers\": []}")
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void countsARepeatedAttemptOnceAndTwoAtOnceTwice() {
        publish();
        String answers = "{\"answers\": []}";
        String key = Ids.next();
        body(villager.send(HttpMethod.POST, path + "/attempts", answers, "Idempotency-Key", key), 201);
        body(villager.send(HttpMethod.POST, path + "/attempts", answers, "Idempotency-Key", key), 201);
        assertThat(body(villager.get(path + "/attempts"), 200).get("items")).hasSize(1);

        Flux.range(0, 6)
                .flatMap(i -> Mono.fromCallable(() -> body(villager.post(path + "/attempts", answers), 201))
                        .subscribeOn(Schedulers.boundedElastic()))
                .blockLast();
        assertThat(body(villager.get(path + "/attempts"), 200).get("items")).hasSize(7);
    }

    @Test
    void boundsHowOftenSomebodyCanTry() {
        publish();
        IntStream.range(0, QuizAttempts.MOST)
                .forEach(i -> body(villager.post(path + "/attempts", "{\"answers\": []}"), 201));

        expectProblem(villager.post(path + "/attempts", "{\"answers\": []}"), 422, "too-many-attempts");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\": \"SINGLE_CHOICE\", \"text\": \"?\", \"choices\": [\"a\", \"b\"], \"right\": [0, 1]}",
                "{\"kind\": \"SINGLE_CHOICE\", \"text\": \"?\", \"choices\": [\"a\", \"b\"], \"right\": [2]}",
                "{\"kind\": \"MULTIPLE_CHOICE\", \"text\": \"?\", \"choices\": [\"a\", \"b\"], \"right\": []}",
                "{\"kind\": \"TRUE_FALSE\", \"text\": \"?\", \"right\": [2]}",
                "{\"kind\": \"FILL_IN\", \"text\": \"?\"}"
            })
    void refusesQuestionsThatNobodyCouldAnswer(String question) {
        JsonNode problem =
                body(add(draft(), "{\"title\": \"t\", \"passPercent\": 60, \"questions\": [" + question + "]}"), 422);

        assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("question-does-not-fit");
    }

    @Test
    void refusesAnswersToOtherQuestions() {
        publish();
        JsonNode problem = body(
                villager.post(path + "/attempts", "{\"answers\": [{\"questionId\": \"x\", \"chosen\": [0]}]}"), 422);

        assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("not-the-questions");
    }

    @Test
    void changesAQuizWithoutLosingAnothersChange() {
        String shorter =
                "{\"title\": \"新练习\", \"passPercent\": 60, \"questions\": [{\"kind\": \"TRUE_FALSE\", \"text\": \"?\", \"right\": [1]}]}";
        lecturer.put(path + "/quiz", shorter).expectStatus().isEqualTo(428);
        body(lecturer.send(HttpMethod.PUT, path + "/quiz", shorter, "If-Match", "\"1\""), 200);
        expectProblem(
                lecturer.send(HttpMethod.PUT, path + "/quiz", shorter, "If-Match", "\"1\""), 412, "stale-version");
        assertThat(body(lecturer.get(path + "/quiz"), 200).get("title").asString())
                .isEqualTo("新练习");
        publish();
        expectProblem(
                lecturer.send(HttpMethod.PUT, path + "/quiz", shorter, "If-Match", "\"4\""), 409, "wrong-course-state");
    }

    @Test
    void refusesSessionsThatNeverWere() {
        JsonNode problem = body(
                lecturer.send(
                        HttpMethod.POST,
                        course + "/session-lessons",
                        "{\"title\": \"见面\", \"sessionId\": \"nowhere\"}",
                        "If-Match",
                        "\"1\""),
                422);

        assertThat(problem.get("errors").get(0).get("code").asString()).isEqualTo("unknown-session");
    }

    private String draft() {
        String json = "{\"title\":\"山歌\",\"summary\":\"\",\"format\":\"STORY\",\"language\":\"zh\"}";
        return "/courses/"
                + body(lecturer.post("/courses", json), 201).get("id").asString();
    }

    private WebTestClient.ResponseSpec add(String to, String quiz) {
        return lecturer.send(HttpMethod.POST, to + "/quizzes", quiz, "If-Match", "\"0\"");
    }

    private List<String> ids() {
        JsonNode questions = body(villager.get(path + "/quiz"), 200).get("questions");
        return IntStream.range(0, questions.size())
                .mapToObj(i -> questions.get(i).get("id").asString())
                .toList();
    }

    private WebTestClient.ResponseSpec answer(
            List<String> ids, String first, String second, String third, String typed) {
        return villager.post(path + "/attempts", """
                {"answers": [{"questionId": "%s", "chosen": %s}, {"questionId": "%s", "chosen": %s},
                             {"questionId": "%s", "chosen": %s}, {"questionId": "%s", "typed": "%s"}]}""".formatted(
                        ids.get(0), first, ids.get(1), second, ids.get(2), third, ids.get(3), typed));
    }
}
