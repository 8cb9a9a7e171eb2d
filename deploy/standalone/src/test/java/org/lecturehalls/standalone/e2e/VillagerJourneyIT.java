package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a villager comes for, on a cheap phone with a thumb: watching, checking in, asking, voting; also with no network. */
@EndToEnd
class VillagerJourneyIT {

    private static final int SLOW_BITS = 400_000;
    private static final int SLOW_MILLIS = 200;

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;

    VillagerJourneyIT(RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.platform = platform;
        this.browser = browser;
        this.work = work;
    }

    @Test
    void watchesACourseInLargeLettersOverASlowLineAndSignsInOnlyForTheQuiz() {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            SlowLine.on(page, SLOW_BITS, SLOW_MILLIS);
            AppPage.open(page, platform.url());
            button(page, "大字").tap();
            assertThat(page.locator(":root[data-large]")).isVisible();
            watch.assertWell();

            page.getByText("开春备耕").first().tap();
            link(page, "开始学习").tap();
            assertThat(page.locator("button.start")).containsText("约用");
            page.locator("button.start").tap();
            plays(page);
            watch.assertWell();
            button(page, "前进 10 秒").tap();
            playsFrom(page, 10);
            button(page, "暂停").tap();

            AppPage.open(page, platform.url());
            link(page, "接着看").tap();
            assertThat(page.locator("button.start")).containsText("接着看");
            link(page, "下一节").tap();
            assertThat(heading(page)).hasText("选种与浸种");
            link(page, "考考自己").tap();
            button(page, "登录后作答").tap();
            signIn(page, "villager");
            page.getByLabel("一天").check();
            button(page, "提交答案").tap();
            assertThat(page.getByText("通过：答对 1 题")).isVisible();
            watch.assertWell();
        }
    }

    @Test
    void keepsALessonAndPlaysItWithNoNetwork() {
        try (TestBrowser.Visitor visitor = browser.person(platform, "villager", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
            AppPage.open(page, platform.url() + work.lesson("video"));
            button(page, "下载，没网也能看").tap();
            watch.assertWell();
            page.getByRole(AriaRole.BUTTON)
                    .filter(new Locator.FilterOptions().setHasText("画面和声音"))
                    .tap();
            assertThat(page.getByText("已下载，不用流量")).isVisible();

            visitor.context().setOffline(true);
            page.navigate(platform.url() + "/me/downloads");
            assertThat(page.getByText("网络断开，恢复后自动继续。")).isVisible();
            assertThat(page.getByText(Pattern.compile("\\d+ 秒后再试"))).isVisible();
            button(page, "现在就试").tap();
            assertThat(page.getByText("网络断开，恢复后自动继续。")).isVisible();
            watch.assertWell();
            page.locator("main li a", new Page.LocatorOptions().setHasText("开春备耕"))
                    .first()
                    .tap();
            page.locator("button.start").tap();
            plays(page);

            visitor.context().setOffline(false);
            assertThat(page.getByText("网络断开，恢复后自动继续。")).isHidden();
        }
    }

    @Test
    void checksInByDigitsThatWaitForTheNetwork() {
        try (TestBrowser.Visitor visitor = browser.person(platform, "villager", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("ERR_INTERNET_DISCONNECTED|404.*/record");
            AppPage.open(page, platform.url() + "/sessions/" + work.id("session"));
            link(page, "我到了，签到").tap();
            page.getByLabel("六位数字").fill("12");
            visitor.context().setOffline(true);
            page.getByLabel("六位数字").fill(digits());
            page.locator("button[type=submit]").tap();
            assertThat(page.getByText("已保存到本机")).isVisible();
            watch.assertWell();

            visitor.context().setOffline(false);
            assertThat(page.getByText("签到成功")).isVisible();
            watch.assertWell();
        }
    }

    @Test
    void asksForALectureSecondsOneAndVotes() {
        Map<String, String> wish = Map.of("hallId", work.id("hall"), "subject", "farming-skills", "topic", "想学山歌");
        Api.as(platform, "lecturer").post("/requests", wish);
        try (TestBrowser.Visitor visitor = browser.person(platform, "villager", TestBrowser.phone())) {
            visitor.context().addInitScript(work.choosesTheHall());
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/requests");
            page.getByRole(AriaRole.BUTTON, named("我也想听"))
                    .filter(new Locator.FilterOptions().setHasText("想学山歌"))
                    .first()
                    .tap();
            assertThat(page.getByText("已记下，安排好会告诉您")).isVisible();
            button(page, "提一个想听的").tap();
            page.getByLabel("想听什么").fill("芒果怎么疏花");
            watch.assertWell();
            button(page, "提交").tap();
            assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("芒果怎么疏花")))
                    .isVisible();

            AppPage.open(page, platform.url() + "/contests/" + work.id("published"));
            button(page, "投票").first().tap();
            assertThat(page.getByText("谢谢您")).isVisible();
            watch.assertWell();
        }
    }

    @Test
    void findsAndWatchesInEnglishAsWell() {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.phone().setLocale("en-GB"))) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page);
            AppPage.open(page, platform.url() + "/me");
            button(page, "English").tap();
            link(page, "Search").tap();
            page.locator("input[type=search]").fill("备耕");
            page.keyboard().press("Enter");
            page.locator("main").getByText("开春备耕").first().tap();
            link(page, "Start").tap();
            page.locator("button.start").tap();
            plays(page);
            watch.assertWell();
        }
    }

    private String digits() {
        return Api.as(platform, "hall-manager")
                .get("/sessions/" + work.id("session") + "/check-in-code")
                .path("digits")
                .asString();
    }

    private void signIn(Page page, String user) {
        page.waitForURL(url -> url.startsWith(platform.issuer()));
        page.locator("#username").fill(user);
        page.locator("#password").fill("local-demo-only");
        page.locator("#kc-login").tap();
    }

    private static void plays(Page page) {
        playsFrom(page, 0.5);
    }

    private static void playsFrom(Page page, double seconds) {
        page.waitForFunction("at => document.querySelector('video').currentTime > at", seconds);
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, named(name));
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, named(name)).first();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
