package org.lecturehalls.competitions;

import static org.lecturehalls.support.Caller.body;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A contest of video lectures with its people, brought to any state through the API. */
final class ContestStage {

    static final String RUBRIC = """
            [{"id":"content","name":"内容","weight":1,"max":60,"step":0.5},
             {"id":"voice","name":"表达","weight":"2","max":"20","step":"0.25"}]""";

    final WebTestClient client;
    final TestMedia media;
    final TestClock clock;
    final Caller officer;
    final List<Caller> judges = new ArrayList<>();
    final List<Caller> lecturers = new ArrayList<>();
    final List<String> entries = new ArrayList<>();
    String path = "";

    ContestStage(WebTestClient client, TestMedia media, TestClock clock) {
        this.client = client;
        this.media = media;
        this.clock = clock;
        this.officer = Caller.of(client, "451022", Role.PUBLICITY);
    }

    static String plan(Clock clock, String ranking) {
        Instant now = clock.instant();
        return """
                {"title":"讲习视频大赛","kind":"LECTURE_VIDEO","opensAt":"%s","closesAt":"%s","rubric":%s,"ranking":%s}""".formatted(now.minusSeconds(60), now.plusSeconds(3600), RUBRIC, ranking);
    }

    ContestStage drafted() {
        return drafted("{\"method\":\"TRIMMED_MEAN\",\"drop\":1,\"scale\":2}");
    }

    ContestStage drafted(String ranking) {
        JsonNode contest = body(officer.post("/contests", plan(clock, ranking)), 201);
        path = "/contests/" + contest.get("id").asString();
        return this;
    }

    ContestStage opened(int judgeCount) {
        for (int i = 0; i < judgeCount; i++) {
            judges.add(judge());
        }
        body(seat(judges), 200);
        body(officer.post(path + "/open"), 200);
        return this;
    }

    /** A judge of the city who has signed in. */
    Caller judge() {
        Caller judge = Caller.of(client, "4510", Role.JUDGE);
        body(judge.get("/me"), 200);
        return judge;
    }

    WebTestClient.ResponseSpec seat(List<Caller> seated) {
        String all = seated.stream()
                .map(judge -> "{\"id\":\"%s\",\"name\":\"评委\"}".formatted(judge.id()))
                .collect(Collectors.joining(","));
        String version = body(officer.get(path), 200).get("version").asString();
        String json = "{\"judges\":[" + all + "]}";
        return officer.send(HttpMethod.PUT, path + "/judges", json, "If-Match", "\"" + version + "\"");
    }

    ContestStage entered(int entryCount) {
        for (int i = 0; i < entryCount; i++) {
            Caller lecturer = Caller.of(client, "451022001", Role.LECTURER);
            lecturers.add(lecturer);
            entries.add(enter(lecturer, "作品" + i));
        }
        return this;
    }

    String enter(Caller lecturer, String title) {
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        return body(lecturer.post(path + "/entries", entry(title, asset)), 201)
                .get("id")
                .asString();
    }

    static String entry(String title, String asset) {
        return "{\"title\":\"%s\",\"mediaAssetId\":\"%s\"}".formatted(title, asset);
    }

    ContestStage judging() {
        clock.advance(Duration.ofHours(2));
        body(officer.post(path + "/start-judging"), 200);
        return this;
    }

    void score(Caller judge, String entry, String content, String voice) {
        String sheet = path + "/entries/" + entry + "/score-sheet";
        body(judge.put(sheet, scores(content, voice)), 200);
        body(judge.post(sheet + "/submit"), 200);
    }

    static String scores(String content, String voice) {
        return "{\"scores\":{\"content\":\"%s\",\"voice\":\"%s\"}}".formatted(content, voice);
    }

    String sheet(String entry) {
        return path + "/entries/" + entry + "/score-sheet";
    }
}
