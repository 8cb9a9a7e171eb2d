package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What a lecturer does beside uploading: a course, put in order by keyboard, and the record of a session. */
@EndToEnd
@ParameterizedClass
@EnumSource(names = {"CHINESE_AT_A_DESK", "CHINESE_ON_A_PHONE", "ENGLISH_AT_A_DESK", "ENGLISH_ON_A_PHONE"})
class LecturerJourneyIT {

    private final Reader reader;
    private final Words words;
    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;

    LecturerJourneyIT(Reader reader, RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.reader = reader;
        this.words = reader.words();
        this.platform = platform;
        this.browser = browser;
        this.work = work;
    }

    @Test
    void ordersLessonsByKeyboardSubmitsAndReadsTheReviewersAnswer() {
        String course = work.begin("冬种油菜");
        work.addLesson(course, "田间管理");
        try (TestBrowser.Visitor visitor = reader.as("lecturer", browser, platform)) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/studio/courses/" + course);
            handle(page, 1).press("ArrowDown");
            assertThat(page.getByText(words.say("studio.order.saved"))).isVisible();
            page.reload();
            assertThat(handle(page, 2)).isVisible();
            button(page, words.say("studio.course.submit")).press("Enter");
            assertThat(page.getByText(words.say("studio.course.waiting"))).isVisible();
            watch.assertWell();

            Api.as(platform, "publicity").post("/courses/" + course + "/return", Map.of("note", "请补一段现场示范。"));
            page.reload();
            assertThat(page.getByText("请补一段现场示范。")).isVisible();
            watch.assertWell();
        }
    }

    @Test
    void handsInTheRecordOfASessionWithAPhoto(TestFiles files) throws Exception {
        String title = "果园冬剪示范 " + reader;
        JsonNode session = work.planBefore(
                title, Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(2)));
        Instant start = Instant.parse(session.path("startsAt").asString());
        try (TestBrowser.Visitor visitor = reader.as("lecturer", browser, platform)) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("404.*/record");
            AppPage.open(page, platform.url() + "/studio/sessions");
            if (!month(start).equals(month(Instant.now()))) {
                button(page, words.say("studio.sessions.before")).click();
            }
            page.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText(words.say("studio.sessions.record")))
                    .filter(new Locator.FilterOptions().setHasText(title))
                    .click();
            page.getByLabel(words.say("studio.sessions.minutes")).fill("示范疏剪，答问四十分钟。");
            page.locator("fieldset input[type=file]").first().setInputFiles(files.photo());
            assertThat(page.locator("fieldset img")).hasCount(1);
            watch.assertWell();
            button(page, words.say("studio.sessions.handIn")).click();
            assertThat(page.getByText(words.say("studio.sessions.recorded"))).isVisible();

            AppPage.open(
                    page, platform.url() + "/sessions/" + session.path("id").asString());
            assertThat(page.getByText("示范疏剪，答问四十分钟。")).isVisible();
            watch.assertWell();
        }
    }

    private Locator handle(Page page, int place) {
        return page.getByLabel(words.say("studio.order.handle", "title", "冬种油菜", "n", place, "of", 2));
    }

    /** As the page shows sessions: by the city's calendar. */
    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneId.of("Asia/Shanghai")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
