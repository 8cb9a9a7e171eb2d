package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the department does all week: lists from spreadsheets, the calendar, and notices that must be read. */
@EndToEnd
class ConsoleJourneyIT {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final String HALLS = "编号,名称,类型,状态,区划代码,地址,纬度,经度,容纳人数,设备,开放时间,负责人账号,负责人\n";

    private static final String LECTURERS = "编号,姓名,区划代码,类别,宣讲主题,宣讲形式,语言,所在讲习所,讲习队,账号,电话\n";

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;

    ConsoleJourneyIT(RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.platform = platform;
        this.browser = browser;
        this.work = work;
    }

    @Test
    void looksThroughAListOfHallsFirstAndNamesTheWrongCells(@TempDir Path folder) throws Exception {
        String number = "DR-" + System.currentTimeMillis();
        String good = number + ",那满新讲习所,讲习所,在用,451022,,23.6,107.1,80,,,,\n";
        Path wrong = Files.writeString(
                folder.resolve("讲习所名册-有错.csv"), HALLS + good + number + "-2,,讲习所,在用,451022,,23.6,107.1,很多,,,,\n");
        Path right = Files.writeString(folder.resolve("讲习所名册.csv"), HALLS + good);
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/system/imports");
            refuses(page, watch, wrong, "容纳人数", "很多");
            bringsIn(page, watch, right);
            AppPage.open(page, platform.url() + "/console/halls?q=" + number);
            assertThat(page.getByText("那满新讲习所").first()).isVisible();
            watch.assertWell();
        }
    }

    /** By the words that the list of lecturers itself shows. */
    @Test
    void bringsInLecturersAndFindsThemByName(@TempDir Path folder) throws Exception {
        String number = "JXY-" + System.currentTimeMillis();
        String name = "覃" + number;
        String good = number + "," + name + ",451022,农技能手；五老人员,farming-skills,宣讲；山歌,普通话；本地方言,,,,\n";
        Path wrong = Files.writeString(
                folder.resolve("讲习员名册-有错.csv"),
                LECTURERS + good.replace("农技能手", "种地好手") + good.replace("451022", "451077"));
        Path right = Files.writeString(folder.resolve("讲习员名册.csv"), LECTURERS + good);
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/system/imports");
            page.getByLabel("哪个名册").selectOption("lecturers");
            refuses(page, watch, wrong, "类别", "种地好手");
            bringsIn(page, watch, right);
            AppPage.open(page, platform.url() + "/console/lecturers?q=" + number);
            Locator row = page.getByRole(AriaRole.ROW).filter(has(name));
            assertThat(row).containsText("农技能手");
            assertThat(row).containsText("宣讲");
            watch.assertWell();
        }
    }

    private static void refuses(Page page, PageWatch watch, Path list, String column, String value) {
        page.locator("input[type=file]").setInputFiles(list);
        Locator panel = page.getByRole(AriaRole.DIALOG);
        assertThat(panel).containsText("什么都没有写入");
        assertThat(panel.getByRole(AriaRole.ROW).filter(has(column))).containsText(value);
        watch.assertWell();
        page.keyboard().press("Escape");
        assertThat(panel).isHidden();
    }

    private static void bringsIn(Page page, PageWatch watch, Path list) {
        page.locator("input[type=file]").setInputFiles(list);
        Locator panel = page.getByRole(AriaRole.DIALOG);
        assertThat(panel).containsText("1 行都检查过了，没有错");
        watch.assertWell();
        button(page, "确认写入 1 行").click();
        assertThat(panel).containsText("1 行已全部写入");
    }

    @Test
    void showsConflictsWhileASessionIsMovedByMouseAndByKeyboard() {
        String mark = Long.toString(System.currentTimeMillis() % 100_000);
        LocalDate day = LocalDate.now(CITY).plusDays(9);
        JsonNode early = plan("早场" + mark, day, 19);
        plan("晚场" + mark, day, 21, early);
        String hall = early.path("hall").path("id").asString();
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/sessions?day=" + day + "&hall=" + hall);
            Locator session = page.locator("[data-session='" + early.path("id").asString() + "']");
            Locator said = page.locator("p.said");
            session.scrollIntoViewIfNeeded();
            BoundingBox at = session.boundingBox();
            double later = page.locator("ul.day").first().boundingBox().height / 17 * 2;
            page.mouse().move(at.x + 20, at.y + 20);
            page.mouse().down();
            page.mouse().move(at.x + 20, at.y + 20 + later);
            assertThat(said).containsText("会冲突");
            assertThat(said).containsText("场地已有《晚场" + mark + "》");
            watch.assertWell();
            page.keyboard().press("Escape");
            page.mouse().up();
            assertThat(said).isEmpty();

            session.focus();
            for (int quarter = 0; quarter < 8; quarter++) {
                page.keyboard().press("ArrowDown");
            }
            assertThat(said).containsText("会冲突");
            page.keyboard().press("ArrowUp");
            for (int quarter = 0; quarter < 8; quarter++) {
                page.keyboard().press("ArrowUp");
            }
            assertThat(said).containsText("移到");
            assertThat(said).not().containsText("会冲突");
            page.keyboard().press("Enter");
            assertThat(page.getByText("已改时间")).isVisible();
            assertThat(session).containsText("18:45");
            assertThat(session).isFocused();
            watch.assertWell();
        }
    }

    @Test
    void sendsANoticeWithAFileAndSeesWhoHasReadIt(TestFiles files) throws Exception {
        String title = "冬闲讲习安排 " + System.currentTimeMillis() % 100_000;
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop());
                TestBrowser.Visitor lecturer = browser.person(platform, "lecturer", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/notices/sent");
            writes(page, title, files.lessonPlan());
            watch.assertWell();
            button(page, "发出").click();
            page.locator(".el-message-box .el-button--primary").click();
            assertThat(page.getByText("已发出").first()).isVisible();
            Locator row = page.getByRole(AriaRole.ROW).filter(has(title));
            row.getByRole(AriaRole.BUTTON).click();
            Locator panel = page.getByRole(AriaRole.DIALOG);
            assertThat(panel.getByRole(AriaRole.LISTITEM).filter(has("韦国强"))).containsText("未读");

            reads(lecturer.page(), title);
            AppPage.open(page, platform.url() + "/console/notices/sent");
            row.getByRole(AriaRole.BUTTON).click();
            assertThat(panel.getByRole(AriaRole.LISTITEM).filter(has("韦国强"))).containsText("已确认");
            assertThat(panel).containsText("1 人已确认");
            watch.assertWell();
        }
    }

    private static void writes(Page page, String title, Path attachment) {
        button(page, "写通知").click();
        page.getByLabel("题目").fill(title);
        page.getByLabel("内容").fill("请在本周内报送冬闲讲习计划，格式见附件。");
        page.getByLabel("讲习员", new Page.GetByLabelOptions().setExact(true)).check();
        page.getByLabel("完成期限（可不填）").fill(LocalDate.now(CITY).plusDays(7).toString());
        assertThat(page.getByText("不填就在到期前一天提醒")).isVisible();
        page.locator("#notice-form input[type=file]").setInputFiles(attachment);
        assertThat(page.getByLabel("移除" + attachment.getFileName())).isVisible();
    }

    /** On the phone, from the number that the menu shows. */
    private void reads(Page phone, String title) {
        PageWatch watch = PageWatch.of(phone);
        AppPage.open(phone, platform.url() + "/studio/notices");
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(title))
                .tap();
        assertThat(phone.getByText("请在本周内报送冬闲讲习计划")).isVisible();
        assertThat(phone.getByText("油茶教案.docx").first()).isVisible();
        watch.assertWell();
        button(phone, "我已看过，知道了").tap();
        assertThat(phone.getByText("已确认").first()).isVisible();
    }

    /** In the first hall that is free then: the sample city has sessions of its own. */
    private JsonNode plan(String title, LocalDate day, int hour) {
        Api officer = Api.as(platform, "publicity");
        for (JsonNode hall :
                officer.get("/halls?region=" + SampleWork.COUNTY + "&limit=20").path("items")) {
            HttpResponse<String> answer = officer.send(
                    "POST",
                    "/sessions",
                    session(title, day, hour, hall.path("id").asString()),
                    Map.of());
            if (answer.statusCode() == 201) {
                return Api.json(answer);
            }
        }
        throw new AssertionError("Every hall is taken");
    }

    private void plan(String title, LocalDate day, int hour, JsonNode other) {
        String hall = other.path("hall").path("id").asString();
        Api.as(platform, "publicity").post("/sessions", session(title, day, hour, hall));
    }

    private Map<String, Object> session(String title, LocalDate day, int hour, String hall) {
        Instant start = day.atTime(LocalTime.of(hour, 0)).atZone(CITY).toInstant();
        return Map.of(
                "title",
                title,
                "hallId",
                hall,
                "lecturerIds",
                List.of(work.id("lecturer")),
                "subject",
                "farming-skills",
                "format",
                "LECTURE",
                "audience",
                "VILLAGERS",
                "expectedAudience",
                40,
                "startsAt",
                start.toString(),
                "endsAt",
                start.plusSeconds(3600).toString());
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
