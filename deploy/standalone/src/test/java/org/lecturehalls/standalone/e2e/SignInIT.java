package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

@EndToEnd
class SignInIT {

    @Test
    void signsInOnKeycloaksPageAndOut(RunningPlatform platform, TestBrowser browser) {
        try (TestBrowser.Visitor visitor = browser.visitor()) {
            Page page = visitor.signedIn(platform, "lecturer");
            assertThat(page.locator("main")).containsText("韦国强");

            page.reload();
            assertThat(page.locator("main")).containsText("韦国强");
        }
    }

    @Test
    void theSignInPageSpeaksChineseAndLooksLikeThePlatform(RunningPlatform platform, TestBrowser browser) {
        try (TestBrowser.Visitor visitor = browser.visitor()) {
            Page page = visitor.page();
            page.navigate(platform.url() + "/me");
            page.locator("main button.primary").click();
            page.waitForURL(url -> url.startsWith(platform.issuer()));

            assertThat(page.title()).contains("登录", "讲习所");
            assertThat(page.locator("#kc-login")).hasCSS("background-color", "rgb(184, 35, 47)");
        }
    }

    @Test
    void tellsWhoIsSignedIn(RunningPlatform platform) {
        var me = Api.as(platform, "county-publicity").get("/me");

        assertThat(me.path("name").asString()).isEqualTo("农小燕");
        assertThat(me.path("region").asString()).isEqualTo("451022");
        assertThat(me.path("roles").toString()).contains("PUBLICITY");
    }

    @Test
    void answersStrangersWith401(RunningPlatform platform) {
        var answer = Api.anonymous(platform).send("GET", "/me", null, java.util.Map.of());

        assertThat(answer.statusCode()).isEqualTo(401);
    }
}
