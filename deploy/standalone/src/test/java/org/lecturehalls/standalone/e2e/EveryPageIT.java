package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Walks all pages of the app's router as each of its people, in both languages, at the size of a desktop and of a phone, and looks for
 * serious faults of accessibility, errors in the console, breaches of the content policy, texts that are missing and
 * things that stick out sideways.
 */
@EndToEnd
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryPageIT {

    /** Who walks which part of the app, and the role by which its router lets them in. */
    enum Walker {
        VISITOR("", "", List.of("zh-CN", "en"), "villager"),
        VILLAGER("villager", "VILLAGER", List.of("zh-CN"), "villager"),
        LECTURER("lecturer", "LECTURER", List.of("zh-CN", "en"), "studio"),
        HALL_MANAGER("hall-manager", "HALL_MANAGER", List.of("zh-CN"), "console", "screen"),
        PUBLICITY("publicity", "PUBLICITY", List.of("zh-CN", "en"), "console", "screen"),
        ADMIN("admin", "ADMIN", List.of("zh-CN"), "console"),
        JUDGE("judge1", "JUDGE", List.of("zh-CN", "en"), "judge");

        private final String user;
        private final String role;
        private final List<String> languages;
        private final List<String> areas;

        Walker(String user, String role, List<String> languages, String... areas) {
            this.user = user;
            this.role = role;
            this.languages = languages;
            this.areas = List.of(areas);
        }

        private boolean walks(AppRoutes.Route route) {
            return areas.contains(route.area())
                    && (route.roles().isEmpty() || route.roles().contains(role));
        }
    }

    private static final List<ViewportSize> SIZES = List.of(new ViewportSize(1440, 900), new ViewportSize(360, 640));

    /** Most sessions have no record, and most lessons were not watched by one person; their pages ask all the same. */
    private static final String NONE_YET = "404.*(/sessions/[^/]+/record|/me/progress/)";

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;
    private final List<AppRoutes.Route> routes;

    EveryPageIT(RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.platform = platform;
        this.browser = browser;
        this.work = work;
        this.routes = readRoutes();
    }

    @Test
    void everyPageIsSomebodysToWalk() {
        assertThat(routes)
                .as("Pages whose part of the app or whose roles no Walker of this test has: add one")
                .allMatch(route -> List.of(Walker.values()).stream().anyMatch(walker -> walker.walks(route)));
    }

    @ParameterizedTest
    @EnumSource
    void isWellOnEveryPage(Walker walker) {
        List<String> complaints = new ArrayList<>();
        for (String language : walker.languages) {
            try (TestBrowser.Visitor visitor = visitor(walker)) {
                visitor.context().addInitScript("localStorage.setItem('lh.locale', '" + language + "')");
                visitor.context().addInitScript(work.choosesTheHall());
                walk(walker, visitor.page()).forEach(each -> complaints.add(language + ": " + each));
            }
        }
        assertThat(complaints).isEmpty();
    }

    private List<String> walk(Walker walker, Page page) {
        List<String> complaints = new ArrayList<>();
        PageWatch watch = PageWatch.of(page).expecting(NONE_YET);
        for (AppRoutes.Route route : routes) {
            for (String address : walker.walks(route) ? addresses(route) : List.<String>of()) {
                AppPage.open(page, platform.url() + address);
                for (ViewportSize size : SIZES) {
                    page.setViewportSize(size.width, size.height);
                    watch.look();
                    watch.complaints().forEach(each -> complaints.add(address + " at " + size.width + ": " + each));
                }
            }
        }
        return complaints;
    }

    private List<String> addresses(AppRoutes.Route route) {
        List<String> instead = work.instead(route.path());
        return instead.isEmpty() ? AppRoutes.addresses(route, work.parameters()) : instead;
    }

    private List<AppRoutes.Route> readRoutes() {
        try (TestBrowser.Visitor visitor = browser.visitor()) {
            Page page = visitor.page();
            AppPage.open(page, platform.url());
            return AppRoutes.of(page).routes();
        }
    }

    private TestBrowser.Visitor visitor(Walker walker) {
        Browser.NewContextOptions phone = TestBrowser.phone();
        return walker.user.isEmpty() ? browser.visitor(phone) : browser.person(platform, walker.user, phone);
    }
}
