package org.lecturehalls.standalone.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The main job: a lecture and a lesson plan go in at one end, and come out played and ranked at the other. */
@EndToEnd
class MainJobIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void theDemoBringsALectureAndALessonPlanThrough(RunningPlatform platform, TestFiles files, TestBrowser browser)
            throws Exception {
        JsonNode result = demo(platform, files.lecture("油茶修剪.mp4", 8), files.lessonPlan());

        JsonNode video = result.path("video");
        assertThat(video.path("state").asString()).isEqualTo("PUBLISHED");
        assertThat(video.path("durationSeconds").asDouble()).isBetween(7.8, 8.3);
        assertThat(video.path("renditions").toString()).contains("144p", "360p").doesNotContain("720p");
        JsonNode plan = result.path("lessonPlan");
        assertThat(plan.path("state").asString()).isEqualTo("READY");
        assertThat(plan.path("pages").asInt()).isEqualTo(2);
        JsonNode ranking = result.path("ranking");
        assertThat(ranking.size()).isEqualTo(1);
        assertThat(ranking.path(0).path("rank").asInt()).isEqualTo(1);
        playsInTheBrowser(platform, browser, "油茶修剪");
    }

    private static JsonNode demo(RunningPlatform platform, Path... files) throws Exception {
        List<String> command = Stream.concat(
                        Stream.of(platform.home().resolve("deploy/demo.sh").toString()),
                        Arrays.stream(files).map(Path::toString))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("BASE_URL", platform.url());
        Path progress = java.nio.file.Files.createTempFile("demo", ".log");
        Process demo = builder.redirectError(progress.toFile()).start();
        String output = new String(demo.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        int exit = demo.waitFor();
        assertThat(exit)
                .as(() -> {
                    try {
                        return java.nio.file.Files.readString(progress);
                    } catch (java.io.IOException e) {
                        return e.toString();
                    }
                })
                .isZero();
        return JsonMapper.builder().build().readTree(output.substring(output.lastIndexOf('\n') + 1));
    }

    /** A villager who never signed in finds the course on the first page and watches it. */
    private static void playsInTheBrowser(RunningPlatform platform, TestBrowser browser, String title) {
        try (TestBrowser.Visitor villager = browser.visitor()) {
            Page page = villager.page();
            page.navigate(platform.url() + "/");
            page.getByText(title).first().click();
            if (page.locator("video").count() == 0) {
                page.locator("main a[href*='/lessons/']").first().click();
            }
            page.locator("button.start").click();
            await().atMost(PATIENCE).until(() -> position(page) > 1.5);
            assertThat(page.locator("video")).isVisible();
        }
    }

    private static double position(Page page) {
        return ((Number) page.locator("video").evaluate("video => video.currentTime")).doubleValue();
    }
}
