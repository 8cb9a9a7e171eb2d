package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a villager does on a small phone, in large mode, in Chinese and in English, with and without a network. */
@EndToEnd
class VillagerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void findsTheHallChecksInAsksAndRates(RunningPlatform platform, TestBrowser browser) {
        Hall hall = Hall.open(platform);
        Accessibility accessibility = new Accessibility(platform);
        try (TestBrowser.Visitor villager = browser.visitor(phone("zh-CN"))) {
            large(villager);
            Page page = villager.signedIn(platform, "villager");
            accessibility.listenTo(page);

            page.navigate(platform.url() + "/schedule");
            page.locator("input[type=search]").fill(hall.name());
            page.locator(".halls button").first().click();
            assertThat(page.locator("main")).containsText(hall.session());
            accessibility.check(page);

            page.locator("main a.session").first().click();
            assertThat(page.locator("h1")).containsText(hall.session());
            accessibility.check(page);
            page.locator("a[href^='/check-in/']").click();
            page.locator("#digits").fill("000000");
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".result.refused")).isVisible();
            accessibility.check(page);
            page.locator(".result button").click();
            page.locator("#digits").fill(hall.digits());
            page.locator("form button[type=submit]").click();
            assertThat(page.locator(".result.in")).containsText(hall.session());

            page.navigate(platform.url() + "/sessions/" + hall.sessionId());
            page.locator(".stars label").nth(4).click();
            page.locator(".rate button[type=submit]").click();
            assertThat(page.locator(".rate .said:not(.failed)")).isVisible();

            page.navigate(platform.url() + "/requests");
            page.locator("button.ask").click();
            page.locator("#topic").fill("沃柑黄龙病怎么防");
            page.locator(".bottom-sheet button[type=submit]").click();
            assertThat(page.locator("main article").first()).containsText("沃柑黄龙病怎么防");
            accessibility.check(page);
        }
        accessibility.expectNoComplaints();
    }

    @Test
    void keepsALessonAndPlaysItWithoutANetwork(RunningPlatform platform, TestBrowser browser, TestFiles files)
            throws Exception {
        Course course = Course.publish(platform, files, "没有网也能看");
        Accessibility accessibility = new Accessibility(platform);
        try (TestBrowser.Visitor villager = browser.visitor(phone("zh-CN"))) {
            Page page = villager.page();
            accessibility.listenTo(page);
            page.navigate(platform.url() + "/");
            page.waitForFunction("navigator.serviceWorker.controller !== null");
            page.navigate(platform.url() + course.lesson());
            page.locator(".keep button").click();
            accessibility.check(page);
            page.locator(".bottom-sheet button.offer").last().click();
            assertThat(page.locator(".keep .here button")).isVisible();
            await().atMost(PATIENCE).until(() -> page.locator(".keep .here svg").count() == 1);

            villager.context().setOffline(true);
            page.reload();
            page.locator("button.start").click();
            await().atMost(PATIENCE).until(() -> position(page) > 1.5);
            assertThat(page.locator(".banner")).isVisible();

            page.locator("nav.tabs a[href='/me']").click();
            page.locator("a[href='/me/downloads']").click();
            page.locator("main li button").click();
            assertThat(page.locator("main li")).hasCount(0);
            villager.context().setOffline(false);
        }
        accessibility.expectNoComplaints();
    }

    @Test
    void readsEveryPageInEnglishAtLargeSize(RunningPlatform platform, TestBrowser browser) {
        Hall hall = Hall.open(platform);
        Accessibility accessibility = new Accessibility(platform);
        try (TestBrowser.Visitor visitor = browser.visitor(phone("en"))) {
            large(visitor);
            Page page = visitor.page();
            accessibility.listenTo(page);
            List<String> paths = List.of(
                    "/",
                    "/courses",
                    "/schedule",
                    "/halls/" + hall.id(),
                    "/sessions/" + hall.sessionId(),
                    "/check-in",
                    "/requests",
                    "/search?q=" + hall.name(),
                    "/me",
                    "/me/learning",
                    "/me/downloads");
            for (String path : paths) {
                page.navigate(platform.url() + path);
                Locator heading = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
                assertThat(heading.first()).isAttached();
                assertThat(page.locator("nav.tabs")).containsText("Schedule");
                accessibility.check(page);
            }
        }
        accessibility.expectNoComplaints();
    }

    private static double position(Page page) {
        return ((Number) page.locator("video").evaluate("video => video.currentTime")).doubleValue();
    }

    private static Browser.NewContextOptions phone(String language) {
        return new Browser.NewContextOptions()
                .setLocale(language)
                .setViewportSize(360, 640)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    private static void large(TestBrowser.Visitor visitor) {
        visitor.context().addInitScript("localStorage.setItem('lh.large', 'true')");
    }

    /** A hall with a session that goes on now. */
    private record Hall(Api manager, String id, String name, String sessionId, String session) {

        static Hall open(RunningPlatform platform) {
            String mark = UUID.randomUUID().toString().substring(0, 8);
            Api officer = Api.as(platform, "publicity");
            String name = "百谷村讲习所" + mark;
            String id = officer.post("/halls", hall(name, mark)).path("id").asString();
            String lecturer =
                    officer.post("/lecturers", lecturer(mark)).path("id").asString();
            Instant start = Instant.now().truncatedTo(ChronoUnit.MINUTES).minus(Duration.ofMinutes(20));
            JsonNode session = officer.post("/sessions", session(id, lecturer, start));
            return new Hall(
                    officer,
                    id,
                    name,
                    session.path("id").asString(),
                    session.path("title").asString());
        }

        String digits() {
            return manager.get("/sessions/" + sessionId + "/check-in-code")
                    .path("digits")
                    .asString();
        }

        private static Map<String, Object> hall(String name, String mark) {
            return Map.of(
                    "number", "H-" + mark,
                    "name", name,
                    "type", "HALL",
                    "region", "451022100201",
                    "address", "田东县平马镇百谷村",
                    "latitude", 23.6,
                    "longitude", 107.1,
                    "capacity", 80,
                    "state", "OPEN",
                    "equipment", List.of("投影"));
        }

        private static Map<String, Object> lecturer(String mark) {
            return Map.of(
                    "number", "L-" + mark,
                    "name", "韦国强",
                    "region", "451022",
                    "categories", List.of("FARMING_EXPERT"),
                    "formats", List.of("LECTURE"),
                    "languages", List.of("MANDARIN"),
                    "subjects", List.of("农业技术"));
        }

        private static Map<String, Object> session(String hall, String lecturer, Instant start) {
            return Map.of(
                    "title", "芒果疏花疏果",
                    "subject", "farming-skills",
                    "format", "LECTURE",
                    "audience", "VILLAGERS",
                    "expectedAudience", 60,
                    "hallId", hall,
                    "lecturerIds", List.of(lecturer),
                    "startsAt", start.toString(),
                    "endsAt", start.plus(Duration.ofMinutes(90)).toString());
        }
    }

    /** A published course of one short lesson. */
    private record Course(String lesson) {

        static Course publish(RunningPlatform platform, TestFiles files, String title) throws Exception {
            Api lecturer = Api.as(platform, "lecturer");
            JsonNode asset = new Uploads(lecturer).bring(files.lecture("离线.mp4", 6), "VIDEO");
            Map<String, Object> about =
                    Map.of("title", title, "summary", "下载以后再看。", "format", "LECTURE", "language", "zh");
            String path = "/courses/" + lecturer.post("/courses", about).path("id").asString();
            lecturer.post(
                    path + "/lessons",
                    Map.of("title", title, "mediaAssetId", asset.path("id").asString()));
            lecturer.post(path + "/submit", Map.of());
            JsonNode course = Api.as(platform, "publicity").post(path + "/publish", Map.of());
            return new Course(
                    path + "/lessons/" + course.path("lessons").path(0).path("id").asString());
        }
    }
}
