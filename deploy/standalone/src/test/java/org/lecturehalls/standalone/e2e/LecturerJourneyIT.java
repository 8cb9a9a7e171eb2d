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

/** What a lecturer does beside uploading: a course at the desk, by keyboard, and the record of a session on the phone. */
@EndToEnd
class LecturerJourneyIT {

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;

    LecturerJourneyIT(RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.platform = platform;
        this.browser = browser;
        this.work = work;
    }

    @Test
    void ordersLessonsByKeyboardSubmitsAndReadsTheReviewersAnswer() {
        String course = work.begin("冬种油菜");
        work.addLesson(course, "田间管理");
        try (TestBrowser.Visitor visitor = browser.person(platform, "lecturer", TestBrowser.desktop())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/studio/courses/" + course);
            page.getByLabel("移动“冬种油菜”，现在是第 1 节").press("ArrowDown");
            assertThat(page.getByText("顺序已保存")).isVisible();
            page.reload();
            assertThat(page.getByLabel("移动“冬种油菜”，现在是第 2 节")).isVisible();
            button(page, "提交审核").press("Enter");
            assertThat(page.getByText("已提交审核。审核期间不能修改")).isVisible();
            watch.assertWell();

            Api.as(platform, "publicity").post("/courses/" + course + "/return", Map.of("note", "请补一段现场示范。"));
            page.reload();
            assertThat(page.getByText("请补一段现场示范。")).isVisible();
            watch.assertWell();
        }
    }

    @Test
    void handsInTheRecordOfASessionWithAPhotoFromThePhone(TestFiles files) throws Exception {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(Duration.ofHours(2));
        String session = work.plan("果园冬剪示范", start);
        try (TestBrowser.Visitor visitor = browser.person(platform, "lecturer", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("404.*/record");
            AppPage.open(page, platform.url() + "/studio/sessions");
            if (!month(start).equals(month(Instant.now()))) {
                button(page, "上个月").tap();
            }
            page.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("写讲习记录"))
                    .filter(new Locator.FilterOptions().setHasText("果园冬剪示范"))
                    .first()
                    .tap();
            page.getByLabel("讲了什么，村民问了什么").fill("示范疏剪，答问四十分钟。");
            page.locator("fieldset input[type=file]").first().setInputFiles(files.photo());
            assertThat(page.locator("fieldset img")).hasCount(1);
            watch.assertWell();
            button(page, "提交记录").tap();
            assertThat(page.getByText("记录已提交")).isVisible();

            AppPage.open(page, platform.url() + "/sessions/" + session);
            assertThat(page.getByText("示范疏剪，答问四十分钟。")).isVisible();
            watch.assertWell();
        }
    }

    /** As the page shows sessions: by the city's calendar. */
    private static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(ZoneId.of("Asia/Shanghai")));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
