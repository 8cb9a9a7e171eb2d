package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What the department does all week: lists from spreadsheets, the calendar, and notices that must be read. */
@EndToEnd
class ConsoleJourneyIT {

    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter IN_WORDS = DateTimeFormatter.ofPattern("y年M月d日");
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

    @Test
    void choosesJudgesByTheirNameWithoutAMouse() {
        Instant closesAt = Instant.now().plus(Duration.ofDays(3));
        ScoredContest contest = ScoredContest.drafted(Api.as(platform, "publicity"), closesAt);
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/contests/" + contest.id());
            choose(page, "评委甲", "评委甲");
            choose(page, "pwy", "评委乙");
            choose(page, "pingweib", "评委丙");
            page.getByRole(AriaRole.COMBOBOX, named("按姓名或拼音查找评委")).fill("没有这个人");
            assertThat(page.getByText("没有找到这位评委")).isVisible();
            watch.assertWell();
            page.keyboard().press("Escape");
            button(page, "移除评委丙").press("Enter");
            button(page, "保存").press("Enter");
            assertThat(page.getByText("评委名单已保存")).isVisible();
            page.reload();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("评委（2 位）")))
                    .isVisible();
            watch.assertWell();
        }
    }

    /** By letters and Enter alone. */
    private static void choose(Page page, String typed, String name) {
        Locator finder = page.getByRole(AriaRole.COMBOBOX, named("按姓名或拼音查找评委"));
        finder.fill(typed);
        Locator found = page.getByRole(AriaRole.OPTION).filter(has(name));
        assertThat(found).isVisible();
        assertThat(found).containsText("百色市");
        finder.press("Enter");
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(has(name))).isVisible();
        assertThat(finder).isFocused();
    }

    @Test
    void liftsADeductionPrintsAllCertificatesAndRevokesOne() throws Exception {
        ScoredContest contest = ScoredContest.of(platform, work);
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop());
                TestBrowser.Visitor lecturer = browser.person(platform, "lecturer", TestBrowser.phone());
                TestBrowser.Visitor passerBy = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/console/contests/" + contest.id() + "?part=entries");
            deductsAndLifts(page, watch);
            button(page, "公布结果").press("Enter");
            page.locator(".el-message-box .el-button--primary").press("Enter");
            assertThat(page.getByText("已公布")).isVisible();

            tab(page, "获奖与证书").press("Enter");
            assertThat(page.getByRole(AriaRole.LISTITEM).filter(has(ScoredContest.SECOND)))
                    .containsText("二等奖");
            List<String> papers = printed(page);
            Assertions.assertThat(papers).hasSize(2);
            Page check = passerBy.page();
            check.navigate(platform.url() + "/api/v1/award-certificates/" + number(papers.get(0)) + "/page");
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("证书有效");

            revokes(page, watch);
            Assertions.assertThat(printed(page)).singleElement().asString().contains(ScoredContest.SECOND);
            check.reload();
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("已撤销");
            assertThat(check.getByText(IN_WORDS.format(LocalDate.now(CITY)))).isVisible();
            readsWhy(lecturer.page());
            tab(page, "操作日志").press("Enter");
            assertThat(page.getByText(ScoredContest.FIRST + "”的获奖证书：作品系抄袭")).isVisible();
            watch.assertWell();
        }
    }

    private static void deductsAndLifts(Page page, PageWatch watch) {
        Locator deductions = page.locator(".deductions");
        look(page, ScoredContest.FIRST);
        deductions.getByLabel("扣分情形").selectOption("long");
        deductions.getByLabel("原因").fill("片长超了");
        deductions.getByLabel("原因").press("Enter");
        assertThat(page.getByText("扣 1 分", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, ScoredContest.FIRST);
        button(page, "取消扣分：“超过规定时长”").press("Enter");
        deductions.getByLabel("原因").fill("计时有误");
        watch.assertWell();
        deductions.getByLabel("原因").press("Enter");
        assertThat(page.getByText("已取消扣分")).isVisible();
        assertThat(page.getByText("扣 1 分", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
    }

    private static void look(Page page, String title) {
        page.getByRole(AriaRole.ROW)
                .filter(has(title))
                .getByRole(AriaRole.BUTTON)
                .press("Enter");
    }

    /** All certificates as one file, each page as text. */
    private static List<String> printed(Page page) throws IOException {
        Download file = page.waitForDownload(() -> button(page, "获奖证书").press("Enter"));
        List<String> pages = new ArrayList<>();
        try (PDDocument all = Loader.loadPDF(file.path().toFile())) {
            for (int number = 1; number <= all.getNumberOfPages(); number++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(number);
                text.setEndPage(number);
                pages.add(text.getText(all));
            }
        }
        return pages;
    }

    private static String number(String paper) {
        return paper.lines()
                .filter(line -> line.contains("证书编号"))
                .map(line -> line.replaceAll("[^a-z0-9]", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Thinks better of it first; the question takes a reason, and leads back to where it was asked. */
    private static void revokes(Page page, PageWatch watch) {
        Locator revoke = button(page, "撤销证书：“" + ScoredContest.FIRST + "”");
        Locator question = page.getByRole(AriaRole.DIALOG);
        revoke.press("Enter");
        assertThat(question).containsText("撤销后不能恢复");
        watch.assertWell();
        page.keyboard().press("Escape");
        assertThat(question).isHidden();
        assertThat(revoke).isFocused();

        revoke.press("Enter");
        Locator sure = question.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("撤销证书"));
        assertThat(sure).isDisabled();
        question.getByLabel("撤销的原因").fill("作品系抄袭");
        sure.press("Enter");
        assertThat(page.getByText("证书已撤销", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        assertThat(page.getByRole(AriaRole.LISTITEM).filter(has(ScoredContest.FIRST)))
                .containsText("证书已于");
        assertThat(revoke).isHidden();
        watch.assertWell();
    }

    private void readsWhy(Page phone) {
        PageWatch watch = PageWatch.of(phone);
        AppPage.open(phone, platform.url() + "/studio/contests");
        assertThat(phone.getByText("撤销：作品系抄袭").first()).isVisible();
        watch.assertWell();
    }

    @Test
    void remindsOfANoticeThatIsDueSoon() {
        String title = "速报讲习计划 " + System.currentTimeMillis() % 100_000;
        Instant now = Instant.now();
        Map<String, Object> notice = Map.of(
                "title",
                title,
                "text",
                "请今天报送。",
                "confirm",
                true,
                "remindAt",
                now.plusSeconds(3).toString(),
                "dueAt",
                now.plusSeconds(7200).toString(),
                "audience",
                Map.of("region", SampleWork.COUNTY, "lecturers", true));
        Api officer = Api.as(platform, "publicity");
        String id = officer.post("/notices", notice).path("id").asString();
        Awaitility.await()
                .atMost(Duration.ofMinutes(2))
                .until(() -> officer.get("/notices/" + id + "/receipts")
                        .path("items")
                        .path(0)
                        .has("remindedAt"));
        try (TestBrowser.Visitor lecturer = browser.person(platform, "lecturer", TestBrowser.phone())) {
            Page phone = lecturer.page();
            PageWatch watch = PageWatch.of(phone);
            AppPage.open(phone, platform.url() + "/studio/notices");
            assertThat(phone.getByRole(AriaRole.STATUS).filter(has("快到期了"))).isVisible();
            Locator letter = phone.getByRole(AriaRole.BUTTON, named(title));
            assertThat(letter).containsText("快到期");
            watch.assertWell();
            letter.tap();
            button(phone, "我已看过，知道了").tap();
            assertThat(letter).not().containsText("快到期");
            assertThat(phone.getByRole(AriaRole.STATUS).filter(has("快到期了"))).isHidden();
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

    private static Locator tab(Page page, String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
