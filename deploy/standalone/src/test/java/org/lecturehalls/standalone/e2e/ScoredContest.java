package org.lecturehalls.standalone.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * A contest with a first and a second prize that a judge has given points to, so that its result can be published. What is
 * done to it is in nobody's way.
 */
record ScoredContest(String id, String title) {

    static final String FIRST = "山歌里的节气";
    static final String SECOND = "油茶剪枝一看就会";

    /** Contests are no longer open than it takes to enter. */
    private static final Duration OPEN_FOR = Duration.ofSeconds(6);

    static ScoredContest of(RunningPlatform platform, SampleWork work) {
        Api officer = Api.as(platform, "publicity");
        Instant closesAt = Instant.now().plus(OPEN_FOR);
        ScoredContest contest = drafted(officer, closesAt);
        JsonNode judge = Api.as(platform, "judge1").get("/me");
        List<Map<String, String>> judges = List.of(Map.of(
                "id", judge.path("id").asString(), "name", judge.path("name").asString()));
        officer.put(contest.path() + "/judges", Map.of("judges", judges), Map.of("If-Match", "\"0\""));
        officer.post(contest.path() + "/open", Map.of());
        contest.enter(platform, Map.of(FIRST, work.id("film"), SECOND, work.id("other")));
        await().atMost(OPEN_FOR.plusSeconds(30)).until(() -> Instant.now().isAfter(closesAt));
        officer.post(contest.path() + "/start-judging", Map.of());
        contest.score(Api.as(platform, "judge1"));
        return contest;
    }

    /** As it is set up, before anybody may enter. */
    static ScoredContest drafted(Api officer, Instant closesAt) {
        String title = "右江讲习视频赛 " + System.currentTimeMillis() % 100_000;
        JsonNode contest = officer.post(
                "/contests",
                Map.of(
                        "title", title,
                        "kind", "LECTURE_VIDEO",
                        "opensAt", Instant.now().minusSeconds(60).toString(),
                        "closesAt", closesAt.toString(),
                        "rubric", SampleContent.RUBRIC,
                        "ranking", Map.of("method", "MEAN"),
                        "terms", Map.of("graceMinutes", 0, "entriesEach", 2),
                        "deductions", List.of(Map.of("id", "long", "name", "超过规定时长", "points", "1")),
                        "awards", List.of(Map.of("tier", "一等奖", "count", 1), Map.of("tier", "二等奖", "count", 1))));
        return new ScoredContest(contest.path("id").asString(), title);
    }

    String path() {
        return "/contests/" + id;
    }

    private void enter(RunningPlatform platform, Map<String, String> films) {
        Api lecturer = Api.as(platform, "lecturer");
        films.forEach(
                (title, film) -> lecturer.post(path() + "/entries", Map.of("title", title, "mediaAssetId", film)));
    }

    private void score(Api judge) {
        for (JsonNode entry : judge.get(path() + "/entries").path("items")) {
            String points = FIRST.equals(entry.path("title").asString()) ? "9" : "8";
            String sheet = path() + "/entries/" + entry.path("id").asString() + "/score-sheet";
            Map<String, String> scores = Map.of("content", points, "delivery", points, "picture", points);
            judge.put(sheet, Map.of("scores", scores), Map.of());
            judge.post(sheet + "/submit", Map.of());
        }
    }
}
