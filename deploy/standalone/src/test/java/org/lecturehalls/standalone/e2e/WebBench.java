package org.lecturehalls.standalone.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.bytedeco.javacpp.Loader;
import tools.jackson.databind.JsonNode;

/** Measures what a villager waits for, each beside a bare page that does the same; see {@code deploy/bench/web.sh}. */
final class WebBench {

    private static final int ROUNDS = 5;
    private static final int CPU_SLOWDOWN = 4;
    private static final double MOST_KIB = 120;

    /** The time of the largest thing painted so far. */
    private static final String LARGEST_PAINT = """
            () => new Promise((done) => new PerformanceObserver((list) => done(list.getEntries().at(-1).startTime))
              .observe({ type: 'largest-contentful-paint', buffered: true }))
            """;

    /** From pressing the button that starts to the first frame on the screen. */
    private static final String FIRST_FRAME = """
            (start) => new Promise((done) => {
              const began = performance.now();
              document.querySelector('video').requestVideoFrameCallback((now) => done(now - began));
              document.querySelector(start).click();
            })
            """;

    private record Line(String name, int bits, int millis, double mostSeconds) {}

    private static final Line PAINT = new Line("largest-paint", 1_600_000, 150, 2.5);
    private static final List<Line> FRAMES = List.of(
            new Line("first-frame-1500k", 1_500_000, 200, 2.0), new Line("first-frame-400k", 400_000, 200, 3.0));

    private final RunningPlatform platform;
    private final TestBrowser browser;
    private final BareSite bare;
    private final String lesson;

    private WebBench(RunningPlatform platform, TestBrowser browser, BareSite bare, String lesson) {
        this.platform = platform;
        this.browser = browser;
        this.bare = bare;
        this.lesson = lesson;
    }

    /** @param arguments how many seconds the lesson lasts that is watched, and a folder to work in */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[1]);
        try (RunningPlatform platform = RunningPlatform.start();
                TestBrowser browser = TestBrowser.open()) {
            say("filming and publishing a lesson of " + arguments[0] + " s");
            String lesson = publish(platform, film(platform, arguments[0], folder));
            JsonNode links = Api.anonymous(platform).get(lesson + "/playback");
            try (BareSite bare = BareSite.with(links, folder)) {
                new WebBench(platform, browser, bare, lesson).measure();
            }
        }
    }

    private static Path film(RunningPlatform platform, String seconds, Path folder) throws Exception {
        Path film = folder.resolve("lesson.mp4");
        Process camera = new ProcessBuilder(
                        platform.home().resolve("deploy/bench/footage.sh").toString(),
                        Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                        seconds,
                        film.toString())
                .inheritIO()
                .start();
        if (camera.waitFor() != 0) {
            throw new IOException("The lesson could not be filmed");
        }
        return film;
    }

    private static String publish(RunningPlatform platform, Path film) throws Exception {
        Api lecturer = Api.as(platform, "lecturer");
        String asset = new Uploads(lecturer).bring(film, "VIDEO").path("id").asString();
        Map<String, String> draft =
                Map.of("title", "芒果怎么种", "summary", "什么时候浇水，什么时候施肥。", "format", "LECTURE", "language", "zh");
        String course = lecturer.post("/courses", draft).path("id").asString();
        JsonNode whole =
                lecturer.post("/courses/" + course + "/lessons", Map.of("title", "第一讲", "mediaAssetId", asset));
        lecturer.post("/courses/" + course + "/submit", Map.of());
        Api.as(platform, "publicity").post("/courses/" + course + "/publish", Map.of());
        return "/courses/" + course + "/lessons/" + whole.at("/lessons/0/id").asString();
    }

    private void measure() {
        System.out.printf("medians of %d, each in a browser that has never been here%n", ROUNDS);
        double kib = weight();
        double[] paint = beside(() -> paint(platform.url()), () -> paint(bare.url() + "/page"));
        row("largest paint, 1.6 Mbit/s, 150 ms, CPU/4", paint);
        List<double[]> frames = new ArrayList<>();
        for (Line line : FRAMES) {
            frames.add(beside(
                    () -> frame(line, platform.url() + lesson, "button.start"),
                    () -> frame(line, bare.url() + "/film", "button")));
            row(
                    "first frame after play, " + line.bits() / 1000 + " kbit/s, " + line.millis() + " ms",
                    frames.get(frames.size() - 1));
        }
        target("home-first-load-kib", kib, MOST_KIB);
        target(PAINT.name() + "-s", paint[0], PAINT.mostSeconds());
        for (int i = 0; i < FRAMES.size(); i++) {
            target(FRAMES.get(i).name() + "-s", frames.get(i)[0], FRAMES.get(i).mostSeconds());
        }
    }

    /** Ours and the bare one in turn, so that whatever else the machine does weighs on both. */
    private static double[] beside(Supplier<Double> ours, Supplier<Double> theirs) {
        double[] first = new double[ROUNDS];
        double[] second = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            second[round] = theirs.get();
            first[round] = ours.get();
        }
        return new double[] {median(first), median(second)};
    }

    /** What scripts and styles of the home page weigh on the line. */
    private double weight() {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            List<Double> bytes = new ArrayList<>();
            page.onRequestFinished(request -> {
                if (List.of("script", "stylesheet").contains(request.resourceType())) {
                    bytes.add((double) request.sizes().responseBodySize);
                }
            });
            AppPage.open(page, platform.url());
            page.waitForLoadState();
            return bytes.stream().mapToDouble(Double::doubleValue).sum() / 1024;
        }
    }

    private double paint(String address) {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            CDPSession session = SlowLine.on(page, PAINT.bits(), PAINT.millis());
            JsonObject slow = new JsonObject();
            slow.addProperty("rate", CPU_SLOWDOWN);
            session.send("Emulation.setCPUThrottlingRate", slow);
            AppPage.open(page, address);
            page.waitForLoadState();
            return ((Number) page.evaluate(LARGEST_PAINT)).doubleValue() / 1000;
        }
    }

    private double frame(Line line, String address, String start) {
        try (TestBrowser.Visitor visitor = browser.visitor(TestBrowser.phone())) {
            Page page = visitor.page();
            SlowLine.on(page, line.bits(), line.millis());
            AppPage.open(page, address);
            page.waitForLoadState();
            page.locator(start).waitFor();
            return ((Number) page.evaluate(FIRST_FRAME, start)).doubleValue() / 1000;
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void row(String name, double[] both) {
        System.out.printf(Locale.ROOT, "%-45s %6.2f s   bare %6.2f s%n", name, both[0], both[1]);
    }

    private static void target(String name, double value, double limit) {
        System.out.printf(
                Locale.ROOT, "target %s %.2f %.2f %s%n", name, value, limit, value <= limit ? "met" : "missed");
    }

    private static void say(String text) {
        System.err.println("bench: " + text);
    }
}
