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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * What a person of the publicity department comes for: a contest from its set-up to the certificates, all of it in the
 * console, with a judge at the desk, and the training whose certificates anybody can check.
 */
@EndToEnd
@ParameterizedClass
@EnumSource(names = {"CHINESE_AT_A_DESK", "ENGLISH_ON_A_PHONE"})
class OfficerJourneyIT {

    private static final String TITLE = "右江讲习视频擂台";
    private static final String STEADY = "山歌里的节气";
    private static final String BRILLIANT = "油茶剪枝一看就会";
    private static final String NEIGHBOUR = "韦建国";
    private static final ZoneId CITY = ZoneId.of("Asia/Shanghai");

    private final Reader reader;
    private final Words words;
    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;
    private final Api officer;

    OfficerJourneyIT(Reader reader, RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.reader = reader;
        this.words = reader.words();
        this.platform = platform;
        this.browser = browser;
        this.work = work;
        this.officer = Api.as(platform, "publicity");
    }

    @Test
    void runsAContestFromItsSetUpToTheCertificates(@TempDir Path folder) throws Exception {
        try (TestBrowser.Visitor visitor = reader.as("publicity", browser, platform);
                TestBrowser.Visitor judge = reader.as("judge1", browser, platform)) {
            Page page = visitor.page();
            Page desk = judge.page();
            PageWatch watch = PageWatch.of(page);
            String contest = setUp(page);
            watch.assertWell();
            changesTheDraft(page, watch, contest);
            signsIn(desk);
            seatsJudges(page, contest);
            watch.assertWell();
            press(page, words.say("console.contest.do.open"));
            assertThat(page.getByText(words.say("console.contest.done.open"))).isVisible();
            enter(contest);

            closes(page, contest);
            press(page, words.say("console.more.do.screen"));
            assertThat(page.getByText(words.say("console.more.done.screen"))).isVisible();
            assignsAroundConflicts(page);
            watch.assertWell();
            deductsAndLifts(page);
            watch.assertWell();
            press(page, words.say("console.contest.do.start-judging"));
            assertThat(page.getByText(words.say("console.contest.done.start-judging")))
                    .isVisible();

            judges(desk, contest);
            bringsScoresFromPaper(page, contest, folder);
            watch.assertWell();
            scoresByApi(contest);
            button(page, words.say("console.contest.refresh")).click();
            assertThat(page.getByText(words.say("console.contest.progress", "done", 6, "due", 6)))
                    .isVisible();
            comparesMethods(page);
            watch.assertWell();
            press(page, words.say("console.contest.do.publish"));
            assertThat(page.getByText(words.say("console.contest.done.publish")).first())
                    .isVisible();
            tab(page, words.say("console.part.awards")).click();
            assertThat(page.getByRole(AriaRole.LISTITEM)
                            .filter(has(STEADY))
                            .filter(has(words.say("console.rules.tiers.first"))))
                    .isVisible();
            watch.assertWell();
            Download papers = page.waitForDownload(
                    () -> button(page, words.say("console.awards.certificates")).click());
            try (PDDocument all = Loader.loadPDF(papers.path().toFile())) {
                assertThat(all.getNumberOfPages()).isEqualTo(2);
            }
        }
    }

    @Test
    void endsATrainingAndRevokesACertificateThatAnybodyCanCheck() {
        JsonNode cohort = training();
        try (TestBrowser.Visitor visitor = reader.as("publicity", browser, platform);
                TestBrowser.Visitor passerBy = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(
                    page,
                    platform.url() + "/console/lecturers/training/"
                            + cohort.path("id").asString());
            button(page, words.say("training.enrol")).first().click();
            page.getByRole(AriaRole.DIALOG).locator("input[type=search]").fill("韦国强");
            page.keyboard().press("Enter");
            page.getByLabel(words.say("training.enrolOf", "name", "韦国强"))
                    .first()
                    .click();
            assertThat(page.getByText(words.say("training.inside")).first()).isVisible();
            page.keyboard().press("Escape");
            button(page, words.say("training.restPass")).click();
            assertThat(page.getByText(words.say("training.sentenceDone", "n", 1, "passed", 1, "failed", 0)))
                    .isVisible();
            watch.assertWell();
            press(page, words.say("training.close"));
            assertThat(page.getByText(words.say("training.closed", "n", 1))).isVisible();
            String number = issued(cohort);
            AppPage.open(page, platform.url() + "/console/lecturers/certificates?open=" + number);
            Download paper = page.waitForDownload(
                    () -> button(page, words.say("training.certificates.paper")).click());
            assertThat(paper.suggestedFilename()).isEqualTo(number + ".pdf");
            String address = page.getByLabel(words.say("training.certificates.verification"))
                    .inputValue();
            Page check = passerBy.page();
            check.navigate(address);
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("有效");

            button(page, words.say("training.certificates.revoke")).click();
            page.getByLabel(words.say("training.certificates.why")).fill("登记有误");
            page.locator("button[form=revoke-certificate]").click();
            assertThat(page.getByText(words.say("training.certificates.revoked")))
                    .isVisible();
            watch.assertWell();
            check.reload();
            assertThat(check.getByRole(AriaRole.STATUS)).containsText("已撤销");
        }
    }

    private String setUp(Page page) {
        AppPage.open(page, platform.url() + "/console/contests/new");
        page.getByLabel(words.say("console.contests.name"), exactly()).fill("右江讲习视频");
        button(page, words.say("console.terms.addCategory")).click();
        page.getByLabel(words.say("console.terms.category", "n", 1)).first().fill("农技");
        page.getByLabel(words.say("console.rules.countOf", "n", 2)).fill("1");
        page.getByLabel(words.say("console.rules.countOf", "n", 3)).fill("0");
        button(page, words.say("cockpit.deduct.add")).click();
        page.getByLabel(words.say("cockpit.deduct.name", "n", 1), exactly()).fill("超过规定时长");
        button(page, words.say("console.form.create")).click();
        page.waitForURL(url -> url.matches(".*/console/contests/[^/]{8,}$"));
        AppPage.complete(page);
        return page.url().substring(page.url().lastIndexOf('/') + 1);
    }

    /** Closes at the next full minute that leaves time to enter: the form knows no seconds. */
    private void changesTheDraft(Page page, PageWatch watch, String contest) {
        link(page, words.say("console.form.edit")).click();
        AppPage.complete(page);
        assertThat(page.getByLabel(words.say("console.terms.category", "n", 1)).first())
                .hasValue("农技");
        watch.assertWell();
        page.getByLabel(words.say("console.contests.name"), exactly()).fill(TITLE);
        LocalDateTime closes = LocalDateTime.now(CITY).plusSeconds(75).truncatedTo(ChronoUnit.MINUTES);
        page.getByLabel(words.say("console.form.closesDay"))
                .fill(closes.toLocalDate().toString());
        page.getByLabel(words.say("console.form.closesClock"))
                .fill(closes.toLocalTime().toString());
        button(page, words.say("action.save")).click();
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
            Locator finder = page.getByRole(
                    AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(words.say("console.judges.find")));
            finder.fill(name);
            page.getByRole(AriaRole.OPTION).filter(has(name)).click();
        }
        button(page, words.say("action.save")).click();
        assertThat(page.getByText(words.say("console.judges.saved"))).isVisible();
    }

    /** A judge from the entrants' own county. */
    private void seatsANeighbour(String contest) {
        Map<String, String> neighbour = Map.of(
                "id", Api.as(platform, "county-judge").get("/me").path("id").asString(), "name", NEIGHBOUR);
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
    private void closes(Page page, String contest) {
        page.reload();
        assertThat(button(page, words.say("console.contest.do.start-judging"))).isDisabled();
        assertThat(button(page, words.say("console.more.do.screen")))
                .isVisible(new com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions()
                        .setTimeout(Duration.ofSeconds(100).toMillis()));
    }

    private void assignsAroundConflicts(Page page) {
        tab(page, words.say("console.part.assign")).click();
        press(page, words.say("console.assign.do"), "");
        assertThat(page.getByText(words.say("console.assign.done"))).isVisible();
        assertThat(page.getByText(words.say("console.assign.short", "n", 2))).isVisible();
        assertThat(page.getByText(words.say("console.assign.keptOut", "name", NEIGHBOUR, "why", sameCounty()))
                        .first())
                .isVisible();
    }

    private void deductsAndLifts(Page page) {
        tab(page, words.say("console.part.entries")).click();
        look(page, BRILLIANT);
        assertThat(page.getByText(words.say("cockpit.panel.out", "why", sameCounty())))
                .isVisible();
        page.getByLabel(words.say("cockpit.deduct.what"))
                .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
        page.locator(".deductions").getByLabel(words.say("console.more.reason")).fill("片长超了");
        page.locator(".deductions button[type=submit]").click();
        assertThat(page.getByText(words.say("cockpit.deduct.off", "n", 1), new Page.GetByTextOptions().setExact(true)))
                .isVisible();
        look(page, BRILLIANT);
        page.getByLabel(words.say("cockpit.deduct.liftOf", "name", "超过规定时长")).click();
        page.locator(".deductions").getByLabel(words.say("console.more.reason")).fill("计时有误");
        page.locator(".deductions button[type=submit]").click();
        assertThat(page.getByText(words.say("cockpit.deduct.lifted"))).isVisible();
        assertThat(page.getByText(words.say("cockpit.deduct.off", "n", 1), new Page.GetByTextOptions().setExact(true)))
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
            assertThat(desk.getByText(words.say("judge.sheet.state.saved")).first())
                    .isVisible();
            desk.reload();
            assertThat(desk.locator("#score-c1")).hasValue(brilliant ? "40" : "33");
            watch.assertWell();
            press(desk, words.say("judge.sheet.submit"));
            assertThat(desk.getByText(words.say("judge.sheet.submitted")).first())
                    .isVisible();
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
        tab(page, words.say("console.part.paper")).click();
        StringBuilder rows = new StringBuilder(scoreHeader());
        for (JsonNode entry : entries("publicity", contest)) {
            boolean brilliant = BRILLIANT.equals(entry.path("title").asString());
            rows.append(entry.path("number").asInt())
                    .append(",评委乙,")
                    .append(brilliant ? "30" : "33")
                    .append(",30,20,\n");
        }
        Path sheet = Files.writeString(folder.resolve("纸质评分.csv"), rows);
        page.locator("input[type=file]").setInputFiles(sheet);
        assertThat(page.getByText(words.say("cockpit.paper.fine", "name", sheet.getFileName(), "n", 2)))
                .isVisible();
        press(page, words.say("cockpit.paper.take"));
        assertThat(page.getByText(words.say("cockpit.paper.taken", "n", 2))).isVisible();
    }

    /** Names of criteria may have a comma in them. */
    private String scoreHeader() {
        return Stream.of(
                        "cockpit.paper.number",
                        "cockpit.paper.judge",
                        "console.rubric.usual.content",
                        "console.rubric.usual.speech",
                        "console.rubric.usual.craft",
                        "cockpit.paper.comment")
                .map(key -> '"' + words.say(key) + '"')
                .collect(Collectors.joining(",", "", "\n"));
    }

    private String sameCounty() {
        return words.say("console.assign.kind.SAME_COUNTY");
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
    private void comparesMethods(Page page) {
        tab(page, words.say("console.part.methods")).click();
        assertThat(page.getByText(words.say(
                        "console.methods.warning",
                        "places",
                        1,
                        "method",
                        words.say("console.method.MEAN"),
                        "lose",
                        STEADY,
                        "win",
                        BRILLIANT)))
                .isVisible();
        assertThat(page.getByText(words.say("console.methods.official")).first())
                .isVisible();
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
