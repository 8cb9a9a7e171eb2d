package org.lecturehalls.standalone.e2e;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Fills a new platform with a few courses and a contest that is being judged, as its people would. */
final class SampleContent {

    private static final List<SlideFilm> FILMS = List.of(
            new SlideFilm("芒果树怎么修剪", "农业技术 · 第一讲", 0.11f),
            new SlideFilm("右江边的红色故事", "革命传统 · 三则", 0.0f),
            new SlideFilm("冬季养生与用药", "健康知识", 0.55f),
            new SlideFilm("山歌里的二十四节气", "传统文化", 0.36f),
            new SlideFilm("婚姻家庭法律问答", "法律常识", 0.72f),
            new SlideFilm("油茶低产林改造", "农业技术 · 第二讲", 0.22f));
    private static final List<String> FORMATS =
            List.of("LECTURE", "STORY", "LECTURE", "MOUNTAIN_SONG", "LECTURE", "LECTURE");
    static final List<Map<String, String>> RUBRIC = List.of(
            Map.of("id", "content", "name", "内容准确、贴近群众", "weight", "4", "max", "10", "step", "0.5"),
            Map.of("id", "delivery", "name", "讲解生动、听得懂", "weight", "4", "max", "10", "step", "0.5"),
            Map.of("id", "picture", "name", "画面声音清楚", "weight", "2", "max", "10", "step", "0.5"));

    private final RunningPlatform platform;
    private final Path folder;
    private final Api lecturer;
    private final Api officer;
    private final List<String> assets = new ArrayList<>();

    SampleContent(RunningPlatform platform, Path folder) {
        this.platform = platform;
        this.folder = folder;
        this.lecturer = Api.as(platform, "lecturer");
        this.officer = Api.as(platform, "publicity");
    }

    /** Publishes the courses and returns their identifiers. */
    List<String> publishCourses() throws Exception {
        List<String> courses = new ArrayList<>();
        for (int i = 0; i < FILMS.size(); i++) {
            SlideFilm film = FILMS.get(i);
            String asset = new Uploads(lecturer)
                    .bring(film.in(folder), "VIDEO")
                    .path("id")
                    .asString();
            assets.add(asset);
            courses.add(publish(film, FORMATS.get(i), asset));
        }
        return courses;
    }

    private String publish(SlideFilm film, String format, String asset) {
        Map<String, String> draft =
                Map.of("title", film.title(), "summary", film.subtitle(), "format", format, "language", "zh");
        String course = lecturer.post("/courses", draft).path("id").asString();
        lecturer.post("/courses/" + course + "/lessons", Map.of("title", film.title(), "mediaAssetId", asset));
        lecturer.post("/courses/" + course + "/submit", Map.of());
        officer.post("/courses/" + course + "/publish", Map.of());
        return course;
    }

    /** Opens a contest whose entries are the films, and returns its identifier; it can be judged once it has closed. */
    String openContest(java.time.Instant closesAt) {
        JsonNode contest = officer.post(
                "/contests",
                Map.of(
                        "title",
                        "基层讲习视频大赛",
                        "kind",
                        "LECTURE_VIDEO",
                        "opensAt",
                        closesAt.minusSeconds(3600).toString(),
                        "closesAt",
                        closesAt.toString(),
                        "rubric",
                        RUBRIC,
                        "ranking",
                        Map.of("method", "TRIMMED_MEAN", "drop", 1, "scale", 2)));
        String path = "/contests/" + contest.path("id").asString();
        List<Map<String, String>> judges = new ArrayList<>();
        for (String name : List.of("judge1", "judge2", "judge3")) {
            JsonNode me = Api.as(platform, name).get("/me");
            judges.add(Map.of(
                    "id", me.path("id").asString(), "name", me.path("name").asString()));
        }
        officer.put(
                path + "/judges",
                Map.of("judges", judges),
                Map.of("If-Match", "\"" + contest.path("version").asString() + "\""));
        officer.post(path + "/open", Map.of());
        for (int i = 0; i < assets.size(); i++) {
            lecturer.post(path + "/entries", Map.of("title", FILMS.get(i).title(), "mediaAssetId", assets.get(i)));
        }
        return contest.path("id").asString();
    }

    void startJudging(String contest) {
        officer.post("/contests/" + contest + "/start-judging", Map.of());
    }

    /** Two of the three judges give their sheets, and the third has the first entries behind her. */
    void judge(String contest) {
        for (int judge = 0; judge < 3; judge++) {
            Api person = Api.as(platform, "judge" + (judge + 1));
            int entry = 0;
            for (JsonNode each : person.get("/contests/" + contest + "/entries").path("items")) {
                if (judge < 2 || entry < 2) {
                    String sheet = "/contests/" + contest + "/entries/"
                            + each.path("id").asString() + "/score-sheet";
                    person.put(sheet, Map.of("scores", scores(judge, entry)), Map.of());
                    person.post(sheet + "/submit", Map.of());
                }
                entry++;
            }
        }
    }

    private static Map<String, String> scores(int judge, int entry) {
        return Map.of(
                "content", Double.toString(9.5 - (entry * 3 + judge) % 4 * 0.5),
                "delivery", Double.toString(9 - (entry * 2 + judge) % 5 * 0.5),
                "picture", Double.toString(9.5 - (entry + judge) % 3 * 0.5));
    }
}
