package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An evening in a hall: downloaded before, checked in by the code on the wall, played and counted with no network. */
@EndToEnd
@ParameterizedClass
@EnumSource(names = {"CHINESE_BEFORE_A_PROJECTOR", "ENGLISH_BEFORE_AN_OLD_PROJECTOR"})
class HallScreenIT {

    private static final String TITLE = "夜校放映";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Reader reader;
    private final Words words;
    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final SampleWork work;
    private final Api manager;

    HallScreenIT(Reader reader, RunningPlatform platform, TestBrowser browser, SampleWork work) {
        this.reader = reader;
        this.words = reader.words();
        this.platform = platform;
        this.browser = browser;
        this.work = work;
        this.manager = Api.as(platform, "hall-manager");
    }

    @Test
    void showsTheCodePlaysWhatWasDownloadedAndCountsHeadsWithoutANetwork() throws Exception {
        JsonNode session = plan();
        String hall = session.path("hall").path("id").asString();
        try (TestBrowser.Visitor wall = reader.as("hall-manager", browser, platform)) {
            Page page = wall.page();
            PageWatch watch = PageWatch.of(page).expecting("ERR_INTERNET_DISCONNECTED|ERR_FAILED");
            downloads(page, hall);
            watch.assertWell();

            page.getByRole(AriaRole.LINK, named(words.say("screen.downloads.back")))
                    .click();
            Locator code = page.locator("svg[role=img]");
            assertThat(code).isVisible();
            watch.assertWell();
            checksIn(read(code));

            wall.context().setOffline(true);
            AppPage.open(page, platform.url() + "/screen/" + hall);
            assertThat(heading(page)).hasText(TITLE);
            playsFromHere(page);
            watch.assertWell();
            countsHeads(page, wall, session.path("id").asString());
            watch.assertWell();
        }
    }

    private void downloads(Page page, String hall) {
        AppPage.open(page, platform.url() + "/screen/" + hall + "/downloads");
        Locator all = page.locator("main button.primary");
        assertThat(all).containsText("3");
        assertThat(page.getByText(words.start("screen.downloads.todo"))
                        .filter(hasText("KB"))
                        .first())
                .isVisible();
        all.click();
        assertThat(page.getByText(words.say("screen.downloads.sum", "n", 3, "of", 3)))
                .isVisible();
    }

    /** By the phone's own camera app, which opens the address that it reads. */
    private void checksIn(String address) {
        try (TestBrowser.Visitor villager = browser.person(platform, "villager", TestBrowser.phone())) {
            Page phone = villager.page();
            phone.navigate(address);
            assertThat(phone.getByText("签到成功")).isVisible();
        }
    }

    private void playsFromHere(Page page) {
        page.getByRole(AriaRole.BUTTON, named(words.say("screen.play"))).click();
        assertThat(page.getByText(words.say("screen.fromHere"))).isVisible();
        page.locator("button.start").click();
        page.waitForFunction("() => document.querySelector('video').currentTime > 0.5");
        page.getByRole(AriaRole.BUTTON, named("3. 备耕要点")).click();
        page.waitForFunction("() => document.querySelector('img.page')?.naturalWidth > 0");
        assertThat(page.getByText(words.say("screen.fromHere"))).isVisible();
        page.getByRole(AriaRole.BUTTON, named(words.say("screen.backToCode"))).click();
    }

    private void countsHeads(Page page, TestBrowser.Visitor wall, String session) {
        page.getByLabel(words.say("screen.headCount")).fill("23");
        page.getByRole(AriaRole.BUTTON, named(words.say("action.save"))).click();
        assertThat(page.getByText(words.say("screen.countWaits", "n", 23))).isVisible();
        wall.context().setOffline(false);
        await().atMost(PATIENCE).until(() -> {
            // Playwright's page moves only while one of its calls does.
            page.waitForTimeout(200);
            return manager.get("/sessions/" + session + "/attendance")
                            .path("headCount")
                            .asInt(0)
                    == 23;
        });
    }

    private static String read(Locator code) throws Exception {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        int[] pixels = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        RGBLuminanceSource light = new RGBLuminanceSource(picture.getWidth(), picture.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(light)))
                .getText();
    }

    /** The sample city has sessions of its own: in the first hall and with the first lecturer that are free now. */
    private JsonNode plan() {
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(60);
        for (JsonNode hall :
                manager.get("/halls?region=" + SampleWork.COUNTY + "&limit=20").path("items")) {
            for (JsonNode lecturer : manager.get("/lecturers?region=" + SampleWork.COUNTY + "&limit=5")
                    .path("items")) {
                HttpResponse<String> answer =
                        manager.send("POST", "/sessions", session(hall, lecturer, start), Map.of());
                if (answer.statusCode() == 201) {
                    return Api.json(answer);
                }
            }
        }
        throw new AssertionError("Every hall and every lecturer is taken");
    }

    private Map<String, Object> session(JsonNode hall, JsonNode lecturer, Instant start) {
        Map<String, Object> session = new LinkedHashMap<>();
        session.put("title", TITLE);
        session.put("hallId", hall.path("id").asString());
        session.put("lecturerIds", List.of(lecturer.path("id").asString()));
        session.put("courseId", work.id("course"));
        session.put("subject", "farming-skills");
        session.put("format", "LECTURE");
        session.put("audience", "VILLAGERS");
        session.put("expectedAudience", 40);
        session.put("startsAt", start.toString());
        session.put("endsAt", start.plus(Duration.ofHours(1)).toString());
        return session;
    }

    private static Locator heading(Page page) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }

    private static Locator.FilterOptions hasText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
