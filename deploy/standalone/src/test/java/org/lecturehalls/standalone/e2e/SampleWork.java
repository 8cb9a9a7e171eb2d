package org.lecturehalls.standalone.e2e;

import static org.awaitility.Awaitility.await;

import java.net.HttpURLConnection;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the people of the demo have done beside the sample city: courses in every state with each kind of lesson, a session
 * that is going on, a request, a notice, and contests that are open, being judged and published.
 */
final class SampleWork {

    static final String COUNTY = "451022";

    /** Contests that are judged take entries for this long, while the rest is being done. */
    private static final Duration OPEN_FOR = Duration.ofSeconds(12);

    private static final Duration LASTS = Duration.ofMinutes(90);
    private static final int TRIES = 20;

    private final RunningPlatform platform;
    private final Api lecturer;
    private final Api officer;
    private final Api villager;
    private final Map<String, String> ids = new LinkedHashMap<>();

    private SampleWork(RunningPlatform platform) {
        this.platform = platform;
        this.lecturer = Api.as(platform, "lecturer");
        this.officer = Api.as(platform, "publicity");
        this.villager = Api.as(platform, "villager");
    }

    static SampleWork done(RunningPlatform platform, TestFiles files) {
        SampleWork work = new SampleWork(platform);
        try {
            work.all(files);
            return work;
        } catch (Exception e) {
            throw new IllegalStateException("The work to look at could not be done", e);
        }
    }

    /** Values for the parameters of the app's addresses, such as {@code courseId}. */
    Map<String, String> parameters() {
        return Map.of(
                "hallId", id("hall"),
                "courseId", id("course"),
                "lessonId", id("video"),
                "sessionId", id("session"),
                "contestId", id("published"),
                "entryId", id("entry"),
                "campaignId", id("campaign"),
                "cohortId", id("cohort"),
                "assetId", id("film"),
                "rest", "no-such-page");
    }

    /** Pages that look different with another value than the usual one, or that show it to nobody else. */
    List<String> instead(String path) {
        return switch (path) {
            case "/courses/:courseId/lessons/:lessonId" -> List.of(lesson("video"), lesson("document"), lesson("quiz"));
            case "/contests/:contestId" -> List.of("/contests/" + id("published"), "/contests/" + id("open"));
            case "/studio/courses/:courseId" ->
                List.of("/studio/courses/" + id("draft"), "/studio/courses/" + id("course"));
            case "/studio/courses/:courseId/quiz/:lessonId?" ->
                List.of(
                        "/studio/courses/" + id("draft") + "/quiz",
                        "/studio/courses/" + id("course") + "/quiz/" + id("quiz"));
            case "/console/contests/:contestId/edit" -> List.of("/console/contests/" + id("drafted") + "/edit");
            case "/console/contests/:contestId" ->
                List.of(
                        "/console/contests/" + id("drafted"),
                        "/console/contests/" + id("open"),
                        "/console/contests/" + id("judging"),
                        "/console/contests/" + id("published"));
            case "/judge/contests/:contestId/:entryId?" ->
                List.of("/judge/contests/" + id("judging"), "/judge/contests/" + id("judging") + "/" + id("entry"));
            default -> List.of();
        };
    }

    String id(String name) {
        return ids.get(name);
    }

    String lesson(String name) {
        return "/courses/" + id("course") + "/lessons/" + id(name);
    }

    /** What a browser runs to remember the hall as its owner's. */
    String choosesTheHall() {
        JsonNode hall = Api.anonymous(platform).get("/halls/" + id("hall"));
        return "localStorage.setItem('lh.hall', JSON.stringify({ id: '%s', name: '%s', region: '%s' }))"
                .formatted(
                        id("hall"),
                        hall.path("name").asString(),
                        hall.path("region").asString());
    }

    private void all(TestFiles files) throws Exception {
        Uploads uploads = new Uploads(lecturer);
        String film =
                uploads.bring(files.lecture("开春备耕.mp4", 20), "VIDEO").path("id").asString();
        String other =
                uploads.bring(files.lecture("夏季防汛.mp4", 4), "VIDEO").path("id").asString();
        List<String> films = List.of(film, other);
        ids.put("film", film);
        ids.put("other", other);
        String paper = uploads.bring(files.lessonPlan(), "DOCUMENT").path("id").asString();
        List<Map<String, String>> judges = judges();
        Instant closesAt = Instant.now().plus(OPEN_FOR);
        ids.put("judging", contest("讲习视频复评", closesAt, judges, films));
        ids.put("published", contest("讲习视频大赛", closesAt, judges, films));
        ids.put("open", contest("金秋讲习视频征集", closesAt.plus(Duration.ofDays(20)), judges, films));
        ids.put("drafted", drafted("冬季讲习视频征集", closesAt.plus(Duration.ofDays(40))));
        publishCourse(paper);
        otherCourses();
        meet();
        plan();
        await().atMost(OPEN_FOR.plusSeconds(30)).until(() -> Instant.now().isAfter(closesAt.plusSeconds(1)));
        judge();
    }

    private void publishCourse(String paper) {
        String course = begin("开春备耕");
        addLesson(course, "选种与浸种");
        JsonNode seen =
                lecturer.post("/courses/" + course + "/lessons", Map.of("title", "备耕要点", "mediaAssetId", paper));
        Map<String, Object> question = Map.of(
                "kind",
                "SINGLE_CHOICE",
                "text",
                "浸种要多久",
                "choices",
                List.of("一天", "一个月"),
                "right",
                List.of(0),
                "texts",
                List.of());
        JsonNode whole = lecturer.post(
                "/courses/" + course + "/quizzes",
                Map.of("title", "考考自己", "passPercent", 60, "questions", List.of(question)),
                seen);
        JsonNode lessons = whole.path("lessons");
        ids.put("course", course);
        ids.put("video", lessons.path(0).path("id").asString());
        ids.put("next", lessons.path(1).path("id").asString());
        ids.put("document", lessons.path(2).path("id").asString());
        ids.put("quiz", lessons.path(3).path("id").asString());
        submit(course);
        officer.post("/courses/" + course + "/publish", Map.of());
    }

    private void otherCourses() {
        ids.put("draft", begin("夏季防汛"));
        ids.put("submitted", begin("秋粮入仓"));
        submit(id("submitted"));
        String returned = begin("冬修水利");
        submit(returned);
        officer.post("/courses/" + returned + "/return", Map.of("note", "请补一段现场示范。"));
    }

    /** Begins a course of the lecturer's with one lesson. */
    String begin(String title) {
        Map<String, String> draft =
                Map.of("title", title, "summary", "从田间来，讲给田间听。", "format", "LECTURE", "language", "zh");
        String course = lecturer.post("/courses", draft).path("id").asString();
        addLesson(course, title);
        return course;
    }

    JsonNode addLesson(String course, String title) {
        return lecturer.post("/courses/" + course + "/lessons", Map.of("title", title, "mediaAssetId", id("film")));
    }

    private void submit(String course) {
        lecturer.post("/courses/" + course + "/submit", Map.of());
    }

    /** A hall, the lecturer's own record, a session that began a moment ago, a wish and a notice. */
    private void meet() {
        ids.put("hall", first(officer.get("/halls?region=" + COUNTY + "&limit=1")));
        Map<String, Object> record = Map.of(
                "number", "E2E-1",
                "name", "韦国强",
                "region", COUNTY,
                "categories", List.of("FARMING_EXPERT"),
                "formats", List.of("LECTURE"),
                "languages", List.of("MANDARIN"),
                "subjects", List.of("farming-skills"),
                "userId", lecturer.get("/me").path("id").asString());
        ids.put("lecturer", officer.post("/lecturers", record).path("id").asString());
        ids.put(
                "session",
                plan("春耕现场会", Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(120)));
        villager.post("/requests", Map.of("hallId", id("hall"), "subject", "farming-skills", "topic", "想听油茶嫁接"));
        Map<String, Object> audience = Map.of("region", COUNTY, "halls", true, "lecturers", true);
        officer.post(
                "/notices", Map.of("title", "冬季讲习安排", "text", "请各讲习所本周内报送计划。", "confirm", true, "audience", audience));
    }

    /** A campaign and a cohort in training. */
    private void plan() {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
        Map<String, Object> campaign = Map.of(
                "title",
                "冬季乡村大讲习",
                "region",
                "4510",
                "from",
                today.minusDays(7).toString(),
                "to",
                today.plusDays(60).toString(),
                "sessions",
                200);
        JsonNode drafted = officer.post("/campaigns", campaign);
        ids.put("campaign", drafted.path("id").asString());
        officer.post("/campaigns/" + id("campaign") + "/start", Map.of(), drafted);
        Map<String, Object> course = Map.of("code", "A1", "title", "怎样讲得听得懂", "hours", 4, "day", today.toString());
        Map<String, Object> cohort = Map.of(
                "number",
                "E2E-1",
                "name",
                "冬季讲习员培训班",
                "region",
                "4510",
                "startsOn",
                today.toString(),
                "endsOn",
                today.plusDays(4).toString(),
                "courses",
                List.of(course));
        ids.put("cohort", officer.post("/cohorts", cohort).path("id").asString());
    }

    /** Plans a session of an hour and a half in the hall, held by the lecturer. */
    String plan(String title, Instant start) {
        return Api.as(platform, "hall-manager")
                .post("/sessions", session(title, start))
                .path("id")
                .asString();
    }

    /** The same at the latest time before a moment when hall and lecturer are free: the sample city has sessions of its own. */
    JsonNode planBefore(String title, Instant latest) {
        Api manager = Api.as(platform, "hall-manager");
        for (int tries = 0; tries < TRIES; tries++) {
            Instant start = latest.minus(LASTS.multipliedBy(tries));
            HttpResponse<String> answer = manager.send("POST", "/sessions", session(title, start), Map.of());
            if (answer.statusCode() == HttpURLConnection.HTTP_CREATED) {
                return Api.json(answer);
            }
        }
        throw new AssertionError("The hall is always taken");
    }

    private Map<String, Object> session(String title, Instant start) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("title", title);
        session.put("hallId", id("hall"));
        session.put("lecturerIds", List.of(id("lecturer")));
        session.put("subject", "farming-skills");
        session.put("format", "LECTURE");
        session.put("audience", "VILLAGERS");
        session.put("expectedAudience", 40);
        session.put("startsAt", start.toString());
        session.put("endsAt", start.plus(LASTS).toString());
        return session;
    }

    private void judge() {
        officer.post("/contests/" + id("judging") + "/start-judging", Map.of());
        officer.post("/contests/" + id("published") + "/start-judging", Map.of());
        ids.put("entry", first(Api.as(platform, "judge1").get("/contests/" + id("judging") + "/entries")));
        for (String judge : List.of("judge1", "judge2", "judge3")) {
            score(id("published"), judge);
        }
        score(id("judging"), "judge2");
        officer.post("/contests/" + id("published") + "/publish", Map.of());
    }

    private String drafted(String title, Instant closesAt) {
        return officer.post("/contests", new ContestInput(title, closesAt).body())
                .path("id")
                .asString();
    }

    private String contest(String title, Instant closesAt, List<Map<String, String>> judges, List<String> films) {
        JsonNode contest = officer.post("/contests", new ContestInput(title, closesAt).body());
        String id = contest.path("id").asString();
        officer.put(
                "/contests/" + id + "/judges",
                Map.of("judges", judges),
                Map.of("If-Match", "\"" + contest.path("version").asString() + "\""));
        officer.post("/contests/" + id + "/open", Map.of());
        lecturer.post("/contests/" + id + "/entries", Map.of("title", "开春备耕", "mediaAssetId", films.get(0)));
        lecturer.post("/contests/" + id + "/entries", Map.of("title", "夏季防汛", "mediaAssetId", films.get(1)));
        return id;
    }

    private record ContestInput(String title, Instant closesAt) {
        Map<String, Object> body() {
            return Map.of(
                    "title", title,
                    "kind", "LECTURE_VIDEO",
                    "opensAt", Instant.now().minusSeconds(60).toString(),
                    "closesAt", closesAt.toString(),
                    "rubric", SampleContent.RUBRIC,
                    "ranking", Map.of("method", "TRIMMED_MEAN", "drop", 1, "scale", 2),
                    "terms", Map.of("graceMinutes", 0, "entriesEach", 2),
                    "votingEndsAt", closesAt.plus(Duration.ofDays(30)).toString(),
                    "awards", List.of(Map.of("tier", "一等奖", "count", 1)));
        }
    }

    private List<Map<String, String>> judges() {
        return List.of("judge1", "judge2", "judge3").stream()
                .map(name -> Api.as(platform, name).get("/me"))
                .map(me -> Map.of(
                        "id", me.path("id").asString(), "name", me.path("name").asString()))
                .toList();
    }

    private void score(String contest, String judge) {
        Api person = Api.as(platform, judge);
        String better = "9";
        for (JsonNode entry : person.get("/contests/" + contest + "/entries").path("items")) {
            String sheet =
                    "/contests/" + contest + "/entries/" + entry.path("id").asString() + "/score-sheet";
            person.put(sheet, Map.of("scores", Map.of("content", better, "delivery", "8.5", "picture", "9")), Map.of());
            person.post(sheet + "/submit", Map.of());
            better = "8";
        }
    }

    private static String first(JsonNode page) {
        return page.path("items").path(0).path("id").asString();
    }
}
