package org.lecturehalls.standalone.e2e;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Takes the pictures that the README shows; see {@code deploy/screenshots.sh}. */
final class Screenshots {

    private static final int JPEG_QUALITY = 82;
    private static final Duration OPEN_FOR = Duration.ofSeconds(8);

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final Path target;

    private Screenshots(RunningPlatform platform, TestBrowser browser, Path target) {
        this.platform = platform;
        this.browser = browser;
        this.target = target;
    }

    public static void main(String[] arguments) throws Exception {
        Path target = Files.createDirectories(Path.of(arguments[0]));
        Path folder = Files.createTempDirectory("lecture-halls-films");
        try (RunningPlatform platform = RunningPlatform.start();
                TestBrowser browser = TestBrowser.open()) {
            SampleContent content = new SampleContent(platform, folder);
            List<String> courses = content.publishCourses();
            Instant closesAt = Instant.now().plus(OPEN_FOR);
            String contest = content.openContest(closesAt);
            await().atMost(OPEN_FOR.plusSeconds(30)).until(() -> Instant.now().isAfter(closesAt.plusSeconds(1)));
            content.startJudging(contest);
            content.judge(contest);
            new Screenshots(platform, browser, target).takeAll(courses, contest);
        }
    }

    private void takeAll(List<String> courses, String contest) {
        try (TestBrowser.Visitor villager = browser.visitor(phone())) {
            Page page = villager.page();
            show(page, "/", "villager-home");
            page.navigate(platform.url() + "/courses/" + courses.get(0));
            page.locator("main a[href*='/lessons/']").first().click();
            page.locator("button.start").click();
            await().atMost(Duration.ofMinutes(1)).until(() -> position(page) > 1);
            save(page, "villager-lesson");
        }
        signInPage();
        signedIn("lecturer", "/studio/uploads", "studio");
        signedIn("judge3", "/judge/contests/" + contest, "judge");
        signedIn("publicity", "/console/contests/" + contest, "console");
    }

    private void signInPage() {
        try (TestBrowser.Visitor visitor = browser.visitor(phone())) {
            Page page = visitor.page();
            page.navigate(platform.url() + "/me");
            page.locator("main button.primary").click();
            page.waitForURL(url -> url.startsWith(platform.issuer()));
            save(page, "sign-in");
        }
    }

    private void signedIn(String person, String path, String name) {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.desktop())) {
            show(visitor.signedIn(platform, person), path, name);
        }
    }

    private void show(Page page, String path, String name) {
        page.navigate(platform.url() + path);
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        save(page, name);
    }

    private void save(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setType(ScreenshotType.JPEG)
                .setQuality(JPEG_QUALITY)
                .setPath(target.resolve(name + ".jpg")));
    }

    private static double position(Page page) {
        return ((Number) page.locator("video").evaluate("video => video.currentTime")).doubleValue();
    }

    private static Browser.NewContextOptions phone() {
        return TestBrowser.phone().setDeviceScaleFactor(2);
    }
}
