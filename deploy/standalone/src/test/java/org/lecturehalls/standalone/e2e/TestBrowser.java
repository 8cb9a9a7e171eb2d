package org.lecturehalls.standalone.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The system's own Chromium, driven by Playwright. Nothing is downloaded. */
final class TestBrowser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 60_000;

    private static final double ASSERTION_PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    /** What browsers keep of those who have signed in, so that each does so once. */
    private final Map<String, String> signedIn = new HashMap<>();

    private TestBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static TestBrowser open() {
        PlaywrightAssertions.setDefaultAssertionTimeout(ASSERTION_PATIENCE_MILLIS);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-gpu",
                                "--autoplay-policy=no-user-gesture-required")));
        return new TestBrowser(playwright, browser);
    }

    /** A person with a browser of their own, who reads Chinese. */
    Visitor visitor() {
        return visitor(new Browser.NewContextOptions().setLocale("zh-CN").setViewportSize(1280, 900));
    }

    /** A person whose screen and language are as given. */
    Visitor visitor(Browser.NewContextOptions options) {
        BrowserContext context = browser.newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        return new Visitor(context);
    }

    /** A person of the demo with a browser as given, signed in. */
    Visitor person(RunningPlatform platform, String user, Browser.NewContextOptions options) {
        String key = user + " " + platform.starts();
        String state = signedIn.get(key);
        if (state == null) {
            try (Visitor visitor = visitor()) {
                visitor.signedIn(platform, user);
                state = visitor.context().storageState();
                signedIn.put(key, state);
            }
        }
        return visitor(options.setStorageState(state));
    }

    /** A cheap phone, held upright. */
    static Browser.NewContextOptions phone() {
        return screen().setViewportSize(360, 640).setIsMobile(true).setHasTouch(true);
    }

    static Browser.NewContextOptions desktop() {
        return screen().setViewportSize(1440, 900);
    }

    /** What hangs in a new hall. */
    static Browser.NewContextOptions projector() {
        return screen().setViewportSize(1920, 1080);
    }

    /** What still hangs in many. */
    static Browser.NewContextOptions oldProjector() {
        return screen().setViewportSize(800, 600);
    }

    private static Browser.NewContextOptions screen() {
        return new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    private static Path chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> Stream.of(System.getenv("PATH").split(":")).map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("Chromium is needed; deploy/test.sh installs it on Debian"));
    }

    /** One person's browser. */
    record Visitor(BrowserContext context) implements AutoCloseable {

        Page page() {
            return context.newPage();
        }

        /** Signs in on Keycloak's own page, coming from the given page of the app. */
        Page signedIn(RunningPlatform platform, String user) {
            Page page = page();
            page.navigate(platform.url() + "/me");
            page.locator("main button.primary").click();
            page.waitForURL(url -> url.startsWith(platform.issuer()));
            page.locator("#username").fill(user);
            page.locator("#password").fill("local-demo-only");
            page.locator("#kc-login").click();
            page.waitForURL(platform.url() + "/me");
            return page;
        }

        @Override
        public void close() {
            context.close();
        }
    }
}
