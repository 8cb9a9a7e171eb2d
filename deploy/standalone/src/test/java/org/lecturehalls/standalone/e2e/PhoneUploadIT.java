package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A lecturer uploads from a phone on a township's line: it breaks, the tab is closed, and nothing is sent twice. */
@EndToEnd
class PhoneUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int LINE_BITS = 24_000_000;
    private static final int LINE_MILLIS = 40;

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final Api lecturer;

    PhoneUploadIT(RunningPlatform platform, TestBrowser browser) {
        this.platform = platform;
        this.browser = browser;
        this.lecturer = Api.as(platform, "lecturer");
    }

    @Test
    void goesOnWithTheSameFileAfterTheLineWasCutAndTheTabClosed(TestFiles files, @TempDir Path folder)
            throws Exception {
        Path file = Files.copy(files.largeLecture(), folder.resolve("手机拍的讲习-" + mark() + ".mov"));
        try (TestBrowser.Visitor visitor = browser.person(platform, "lecturer", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
            AppPage.open(page, platform.url() + "/studio/uploads");
            CDPSession line = SlowLine.on(page, LINE_BITS, LINE_MILLIS);
            page.locator("input[data-test=file]").setInputFiles(file);
            Locator row = row(page, file);
            await().atMost(PATIENCE).until(() -> pumped(page) && arrivedParts(file) >= 1);
            SlowLine.cut(line);
            assertThat(row).containsText("网络断开，已传");
            watch.assertWell();
            page.close();
            int missing = openUpload(file).path("partCount").asInt() - arrivedParts(file);
            assertThat(missing).isPositive();

            Page again = visitor.page();
            PageWatch watchAgain = PageWatch.of(again);
            AtomicInteger sent = countSentParts(again);
            AppPage.open(again, platform.url() + "/studio/uploads");
            assertThat(row(again, file)).containsText("选同一个文件，从断开处接着传");
            assertThat(row(again, file)).not().containsText("已传 0%");
            watchAgain.assertWell();
            again.waitForFileChooser(() -> button(row(again, file), "接着传").tap())
                    .setFiles(file);
            // Nobody reloads: the row tells of the work as it goes on.
            assertThat(row(again, file)).containsText(Pattern.compile("正在(读取|检查|转码|核对|保存|处理)"));
            assertThat(row(again, file)).containsText("可以用了", patiently());
            assertThat(sent.get()).isEqualTo(missing);
            watchAgain.assertWell();
            button(row(again, file), "预览").tap();
            again.locator("button.start").tap();
            again.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
        }
    }

    @Test
    void saysWhyAFileIsNoUseAndTriesAgainWhatTheStoreRefused(TestFiles files, @TempDir Path folder) throws Exception {
        Path broken = Files.copy(files.truncated(), folder.resolve("没录完-" + mark() + ".mp4"));
        Path good = Files.copy(files.lecture("重传.mp4", 4), folder.resolve("再试一次-" + mark() + ".mp4"));
        try (TestBrowser.Visitor visitor = browser.person(platform, "lecturer", TestBrowser.phone())) {
            Page page = visitor.page();
            PageWatch watch = PageWatch.of(page).expecting("413");
            AppPage.open(page, platform.url() + "/studio/uploads");
            Locator field = page.locator("input[data-test=file]");
            field.setInputFiles(files.empty());
            assertThat(page.getByRole(AriaRole.ALERT).filter(has("empty.mp4"))).containsText("空");
            field.setInputFiles(broken);
            assertThat(row(page, broken)).containsText("这个文件不能用");
            assertThat(row(page, broken).locator(".reason")).isVisible();
            watch.assertWell();

            page.route(url -> url.startsWith(platform.storageUrl()), PhoneUploadIT::refuse);
            field.setInputFiles(good);
            assertThat(row(page, good)).containsText("没有传成，已传的部分还在");
            watch.assertWell();
            page.unrouteAll();
            button(row(page, good), "再试一次").tap();
            assertThat(row(page, good)).containsText("可以用了", patiently());
            watch.assertWell();
        }
    }

    /** Work on a video takes as long as it takes. */
    private static ContainsTextOptions patiently() {
        return new ContainsTextOptions().setTimeout(PATIENCE.toMillis());
    }

    /** Names are unique: other tests of a run have uploaded as well. */
    private static String mark() {
        return Long.toString(System.currentTimeMillis() % 1_000_000);
    }

    private static void refuse(Route route) {
        if ("PUT".equals(route.request().method())) {
            route.fulfill(
                    new Route.FulfillOptions().setStatus(413).setHeaders(Map.of("Access-Control-Allow-Origin", "*")));
        } else {
            route.resume();
        }
    }

    private AtomicInteger countSentParts(Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onResponse((Response response) -> {
            boolean part =
                    "PUT".equals(response.request().method()) && response.url().startsWith(platform.storageUrl());
            sent.addAndGet(part && response.ok() ? 1 : 0);
        });
        return sent;
    }

    private int arrivedParts(Path file) {
        return openUpload(file).path("parts").size();
    }

    private JsonNode openUpload(Path file) {
        for (JsonNode upload : lecturer.get("/uploads").path("items")) {
            if (file.getFileName().toString().equals(upload.path("fileName").asString())) {
                return lecturer.get("/uploads/" + upload.path("id").asString());
            }
        }
        return lecturer.get("/uploads").path("none");
    }

    /** Playwright's handlers run only while one of its calls does. */
    private static boolean pumped(Page page) {
        page.waitForTimeout(100);
        return true;
    }

    private static Locator row(Page page, Path file) {
        return page.locator("main li.row").filter(has(file.getFileName().toString()));
    }

    private static Locator button(Locator inside, String name) {
        return inside.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    private static Locator.FilterOptions has(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
