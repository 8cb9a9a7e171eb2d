package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What a person of the publicity department comes for: a contest from its set-up to the certificates, all of it in the
 * console, with a judge at the desk, and the training whose certificates anybody can check.
 */
@EndToEnd
class OfficerJourneyIT {

    private static final String TITLE = "右江讲习视频擂台";
    private static final String STEADY = "山歌里的节气";
    private static final String BRILLIANT = "油茶剪枝一看就会";
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;
    private final Api officer;

    OfficerJourneyIT(RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.platform = platform;
        this.browser = browser;
        this.work = work;
        this.officer = Api.as(platform, "publicity");
    }

    @Test
    void runsAContestFromItsSetUpToTheCertificates(@TempDir Path folder) throws Exception {
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop());
                TestBrowser.Visitor judge = browser.person(platform, "judge1", TestBrowser.desktop())) {
            Page page = visitor.page();
            Page desk = judge.page();
            PageWatch watch = PageWatch.of(page);
            String contest = setUp(page);
            watch.assertWell();
            changesTheDraft(page, watch, contest);
            signsIn(desk);
            seatsJudges(page, contest);
            watch.assertWell();
            press(page, "开始征集");
            assertThat(page.getByText("已开始征集")).isVisible();
            enter(contest);

            closes(page, contest);
            press(page, "截止报送，先审核资格");
            assertThat(page.getByText("已截止报送")).isVisible();
            assignsAroundConflicts(page);
            watch.assertWell();
            deductsAndLifts(page);
            watch.assertWell();
            press(page, "截止并开始评审");
            assertThat(page.getByText("已开始评审")).isVisible();

            judges(desk, contest);
            bringsScoresFromPaper(page, contest, folder);
            watch.assertWell();
            scoresByApi(contest);
            button(page, "刷新").click();
            assertThat(page.getByText("已交回 6 份评分表，应交 6 份。")).isVisible();
            comparesMethods(page);
            watch.assertWell();
            press(page, "公布结果");
            assertThat(page.getByText("已公布")).isVisible();
            tab(page, "获奖与证书").click();
            assertThat(page.getByRole(AriaRole.LISTITEM).filter(has(STEADY)).filter(has("一等奖")))
                    .isVisible();
            watch.assertWell();
            Download papers = page.waitForDownload(() -> button(page, "获奖证书").click());
            try (PDDocument all = Loader.loadPDF(papers.path().toFile())) {
                assertThat(all.getNumberOfPages()).isEqualTo(2);
            }
        }
    }

    @Test
    void endsATrainingAndRevokesACertificateThatAnybodyCanCheck() {
        JsonNode cohort = training();
        try (TestBrowser.Visitor visitor = browser.person(platform, "publicity", TestBrowser.desktop());
                TestBrowser.Visitor passerBy = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(
                    page,
                    platform.url() + "/console/lecturers/training/"
                            + cohort.path("id").asString());
            button(page, "添加学员").first().click();
            page.getByRole(AriaRole.DIALOG).locator("input[type=search]").fill("韦国强");
            page.keyboard().press("Enter");
            page.getByLabel("把韦国强加入").first().click();
            assertThat(page.getByText("已在班里").first()).isVisible();
            page.keyboard().press("Escape");
            button(page, "其余都合格").click();
            assertThat(page.getByText("1 名学员，合格 1 名，不合格 0 名")).isVisible();
            watch.assertWell();
            press(page, "结业发证");
            assertThat(page.getByText("已结业，1 名学员得到证书")).isVisible();
            String number = issued(cohort);
            AppPage.open(page, platform.url() + "/console/lecturers/certificates?open=" + number);
            Download paper = page.waitForDownload(() -> button(page, "下载证书").click());
            assertThat(paper.suggestedFilename()).isEqualTo(number + ".pdf");
            String address = page.getByLabel("查验网址").inputValue();
            Page check = passerBy.page();
            check.navigate(address);
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("有效");

            button(page, "撤销证书").click();
            page.getByLabel("撤销的原因").fill("登记有误");
            page.locator("button[form=revoke-certificate]").click();
            assertThat(page.getByText("证书已撤销")).isVisible();
            watch.assertWell();
            check.reload();
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("已撤销");
        }
    }

    private String setUp(Page page) {
        AppPage.open(page, platform.url() + "/console/contests/new");
        page.getByLabel("赛事名称").fill("右江讲习视频");
        button(page, "加一个组别").click();
        page.getByLabel("第 1 个组别").first().fill("农技");
        page.getByLabel("第 2 个奖项的数量").fill("1");
        page.getByLabel("第 3 个奖项的数量").fill("0");
        button(page, "加一种情形").click();
        page.getByLabel("第 1 种情形", exactly()).fill("超过规定时长");
        button(page, "建立赛事").click();
        page.waitForURL(url -> url.matches(".*/console/contests/[^/]{8,}$"));
        AppPage.complete(page);
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Closes at the next full minute that leaves time to enter: the form knows no seconds. */
    private void changesTheDraft(Page page, PageWatch watch, String contest) {
        link(page, "修改设置").click();
        AppPage.complete(page);
        assertThat(page.getByLabel("第 1 个组别").first()).hasValue("农技");
        watch.assertWell();
        page.getByLabel("赛事名称").fill(TITLE);
        LocalDateTime closes = LocalDateTime.now(CITY).plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
        page.getByLabel("截止报送的日期").fill(closes.toLocalDate().toString());
        page.getByLabel("截止报送的时刻").fill(closes.toLocalTime().toString());
        button(page, "保存").click();
        page.waitForURL("**/console/contests/" + contest);
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText(TITLE);
    }

    /** Whoever has signed in as a judge is found. */
    private void signsIn(Page desk) {
        AppPage.open(desk, platform.url() + "/judge/contests");
    }

    private void seatsJudges(Page page, String contest) {
        seatsANeighbour(contest);
        page.reload();
        for (String name : List.of("评委甲", "评委乙", "评委丙")) {
            Locator finder = page.getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName("按姓名或拼音查找评委"));
            finder.fill(name);
            page.getByRole(AriaRole.OPTION).filter(has(name)).click();
        }
        button(page, "保存").click();
        assertThat(page.getByText("评委名单已保存")).isVisible();
    }

    /** Somebody from the entrants' own county, who is no judge by role and is not found. */
    private void seatsANeighbour(String contest) {
        Map<String, String> neighbour = Map.of(
                "id", Api.as(platform, "hall-manager").get("/me").path("id").asString(), "name", "陆建华");
        JsonNode seen = officer.get("/contests/" + contest);
        officer.put(
                "/contests/" + contest + "/judges",
                Map.of("judges", List.of(neighbour)),
                Map.of("If-Match", "\"" + seen.path("version").asString() + "\""));
    }

    private void enter(String contest) {
        Api lecturer = Api.as(platform, "lecturer");
        Map<String, String> films = Map.of(STEADY, work.id("film"), BRILLIANT, work.id("other"));
        films.forEach((title, film) -> lecturer.post(
                "/contests/" + contest + "/entries", Map.of("title", title, "mediaAssetId", film, "category", "农技")));
    }

    /** Until then nothing but putting it off can be done. */
    private static void closes(Page page, String contest) {
        page.reload();
        assertThat(button(page, "截止并开始评审")).isDisabled();
        assertThat(button(page, "截止报送，先审核资格"))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(Duration.ofSeconds(100).toMillis()));
    }

    private static void assignsAroundConflicts(Page page) {
        tab(page, "评委分配").click();
        press(page, "自动分配", "");
        assertThat(page.getByText("已分配")).isVisible();
        assertThat(page.getByText("2 件作品评委不足")).isVisible();
        assertThat(page.getByText("陆建华（同县）").first()).isVisible();
    }

    private static void deductsAndLifts(Page page) {
        tab(page, "作品").click();
        look(page, BRILLIANT);
        assertThat(page.getByText("应回避：同县")).isVisible();
        page.getByLabel("扣分情形").selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator(".deductions").getByLabel("原因").fill("片长超了");
        page.locator(".deductions button[type=submit]").click();
        assertThat(page.getByText("扣 1 分", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, BRILLIANT);
        page.getByLabel("取消扣分：“超过规定时长”").click();
        page.locator(".deductions").getByLabel("原因").fill("计时有误");
        page.locator(".deductions button[type=submit]").click();
        assertThat(page.getByText("已取消扣分")).isVisible();
        assertThat(page.getByText("扣 1 分", new Page.GetByTextOptions().setExact(true)))
                .isHidden();
    }

    private static void look(Page page, String title) {
        page.getByRole(AriaRole.ROW)
                .filter(has(title))
                .getByRole(AriaRole.BUTTON)
                .click();
    }

    /** Scores are kept as they are typed, also when the page is left in the middle. */
    private void judges(Page desk, String contest) {
        PageWatch watch = PageWatch.of(desk);
        for (JsonNode entry : entries("judge1", contest)) {
            AppPage.open(
                    desk,
                    platform.url() + "/judge/contests/" + contest + "/"
                            + entry.path("id").asString());
            boolean brilliant = BRILLIANT.equals(entry.path("title").asString());
            type(desk, brilliant ? "40" : "33");
            assertThat(desk.getByText("已保存").first()).isVisible();
            desk.reload();
            assertThat(desk.locator("#score-c1")).hasValue(brilliant ? "40" : "33");
            watch.assertWell();
            press(desk, "交评分表");
            assertThat(desk.getByText("这份评分表已交，不能再改。")).isVisible();
        }
    }

    private static void type(Page desk, String content) {
        desk.locator("#score-c1").fill(content);
        desk.locator("#score-c1").press("Enter");
        desk.locator("#score-c2").fill("30");
        desk.locator("#score-c3").fill("20");
    }

    private void bringsScoresFromPaper(Page page, String contest, Path folder) throws Exception {
        page.reload();
        tab(page, "纸质评分").click();
        StringBuilder rows = new StringBuilder("编号,评委,内容准确，贴近群众,讲述生动，语言通俗,画面与声音清楚,评语\n");
        for (JsonNode entry : entries("publicity", contest)) {
            boolean brilliant = BRILLIANT.equals(entry.path("title").asString());
            rows.append(entry.path("number").asInt())
                    .append(",评委乙,")
                    .append(brilliant ? "30" : "33")
                    .append(",30,20,\n");
        }
        Path sheet = Files.writeString(folder.resolve("纸质评分.csv"), rows);
        page.locator("input[type=file]").setInputFiles(sheet);
        assertThat(page.getByText("没有错，共 2 份评分表")).isVisible();
        press(page, "确认写入");
        assertThat(page.getByText("已写入 2 份评分表")).isVisible();
    }

    private void scoresByApi(String contest) {
        Api judge = Api.as(platform, "judge3");
        for (JsonNode entry : entries("judge3", contest)) {
            boolean brilliant = BRILLIANT.equals(entry.path("title").asString());
            String sheet =
                    "/contests/" + contest + "/entries/" + entry.path("id").asString() + "/score-sheet";
            judge.put(sheet, Map.of("scores", Map.of("c1", brilliant ? "31" : "33", "c2", "30", "c3", "20")), Map.of());
            judge.post(sheet + "/submit", Map.of());
        }
    }

    /** One judge raves about an entry: without the highest and the lowest it is second, by the mean it would be first. */
    private static void comparesMethods(Page page) {
        tab(page, "方法对照").click();
        assertThat(page.getByText("取前 1 名时，按“全部取平均”计算：" + STEADY + " 落选，" + BRILLIANT + " 入选。"))
                .isVisible();
        assertThat(page.getByText("正式方法")).isVisible();
    }

    private JsonNode training() {
        String today = java.time.LocalDate.now(CITY).toString();
        Map<String, Object> course = Map.of("code", "K1", "title", "怎样讲得听得懂", "hours", 4, "day", today);
        return officer.post(
                "/cohorts",
                Map.of(
                        "number",
                        "PX-" + System.currentTimeMillis(),
                        "name",
                        "骨干讲习员培训班",
                        "region",
                        "4510",
                        "startsOn",
                        today,
                        "endsOn",
                        today,
                        "courses",
                        List.of(course)));
    }

    private String issued(JsonNode cohort) {
        String path = "/cohorts/" + cohort.path("id").asString() + "/trainees";
        return await().until(
                        () -> officer.get(path)
                                .path("items")
                                .path(0)
                                .path("certificateNumber")
                                .asString(""),
                        number -> !number.isEmpty());
    }

    private JsonNode entries(String person, String contest) {
        return Api.as(platform, person).get("/contests/" + contest + "/entries").path("items");
    }

    /** Presses a button, and again the one of the question that comes. */
    private static void press(Page page, String name) {
        press(page, name, name);
    }

    private static void press(Page page, String name, String answer) {
        button(page, name).first().click();
        if (!answer.isEmpty()) {
            page.locator(".el-message-box .el-button--primary")
                    .filter(has(answer))
                    .click();
        }
    }

    private static Locator tab(Page page, String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
