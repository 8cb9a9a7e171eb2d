package org.lecturehalls.competitions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.competitions.audit.cli.VerifyContest;
import org.lecturehalls.exchange.files.TableRows;
import org.lecturehalls.identity.Role;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.lecturehalls.support.TestMedia;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/** A city's contest as it is run: 200 entries of 12 counties, 30 judges, from the draft to the certificates. */
@PlatformTest
@Import(TestMedia.class)
class FullContestTest {

    private static final int COUNTIES = 12;
    private static final int ENTRIES = 200;
    private static final int JUDGES = 30;

    @Autowired
    private WebTestClient client;

    @Autowired
    private TestMedia media;

    @Autowired
    private TestClock clock;

    @TempDir
    private Path folder;

    private final Random random = new Random(20160);
    private final Map<String, Caller> judges = new HashMap<>();
    private final Map<String, String> counties = new HashMap<>();
    private Caller officer;
    private String path;

    @Test
    void runsFromDraftToCertificates() throws Exception {
        officer = Caller.of(client, "4510", Role.PUBLICITY);
        announce();
        seat();
        body(officer.post(path + "/open"), 200);
        Set<String> entered = new HashSet<>();
        for (int i = 0; i < ENTRIES; i++) {
            entered.add(enter(i));
        }
        clock.advance(Duration.ofHours(2));
        body(officer.post(path + "/screen"), 200);
        JsonNode assignment = body(officer.post(path + "/assignment"), 200);
        assertThat(assignment.get("shortfalls")).isEmpty();
        assertThat(assignment.get("connected").asBoolean()).isTrue();
        assertThat(assignment
                        .get("judges")
                        .valueStream()
                        .map(each -> each.get("entries").asInt()))
                .containsOnly(ENTRIES * 3 / JUDGES);
        checkPanels();
        body(officer.post(path + "/start-judging"), 200);
        judges.values().parallelStream().forEach(this::judge);
        body(officer.get(path + "/panel-report"), 200);
        body(officer.get(path + "/ranking/methods"), 200);
        body(officer.post(path + "/deliberate"), 200);
        body(officer.post(path + "/publish"), 200);

        JsonNode ranking = body(Caller.visitor(client).get(path + "/ranking"), 200);
        assertThat(ranking.get("items")).hasSize(ENTRIES);
        List<JsonNode> winners = ranking.get("items")
                .valueStream()
                .filter(each -> each.has("award"))
                .toList();
        assertThat(winners).hasSizeGreaterThanOrEqualTo(10 + 20);
        checkExport(ranking.get("logHead").asString());
        checkPapers(winners);
        checkSpreadsheet();
        JsonNode courses = body(officer.post(path + "/courses"), 200);
        assertThat(courses.get("courseIds")).hasSize(winners.size());
        assertThat(body(officer.post(path + "/courses"), 200)).isEqualTo(courses);
        body(Caller.visitor(client).get("/courses/" + courses.at("/courseIds/0").asString()), 200);
        body(officer.post(path + "/archive"), 200);
    }

    private void announce() {
        String more = """
                ,"judgesPerEntry":3,"terms":{"categories":["宣讲","故事"],"coPresenters":2},
                 "awards":[{"tier":"一等奖","count":5,"perCategory":true},{"tier":"二等奖","percent":10}]}""";
        String ranking =
                "{\"method\":\"JUDGE_ADJUSTED\",\"scale\":3,\"basis\":\"SHEET\",\"tieBreaks\":[\"HIGHER_MEDIAN\"]}";
        String plan = ContestStage.plan(clock, ranking).replaceFirst("\\}$", more);
        path = "/contests/"
                + body(officer.post("/contests", plan), 201).get("id").asString();
    }

    private void seat() {
        List<String> seats = new ArrayList<>();
        for (int i = 0; i < JUDGES; i++) {
            String region = i < COUNTIES ? county(i) : "4510";
            Caller judge = Caller.of(client, region, Role.JUDGE);
            body(judge.get("/me"), 200);
            judges.put(judge.id(), judge);
            counties.put(judge.id(), region);
            seats.add("{\"id\":\"%s\",\"name\":\"评委%d\",\"expertise\":[\"%s\"]}"
                    .formatted(judge.id(), i, i % 2 == 0 ? "宣讲" : "故事"));
        }
        String version = body(officer.get(path), 200).get("version").asString();
        String json = "{\"judges\":" + seats + "}";
        body(officer.send(HttpMethod.PUT, path + "/judges", json, "If-Match", "\"" + version + "\""), 200);
    }

    private static String county(int i) {
        return "4510" + (21 + i);
    }

    private String enter(int i) {
        Caller lecturer = Caller.of(client, county(i % COUNTIES) + "001", Role.LECTURER);
        String asset = media.add(lecturer.id(), MediaKind.VIDEO, MediaState.READY);
        String entry = """
                {"title":"山里的讲习所 %d","mediaAssetId":"%s","category":"%s","coPresenters":[{"name":"李四"}]}""".formatted(i, asset, i % 2 == 0 ? "宣讲" : "故事");
        return body(lecturer.post(path + "/entries", entry), 201).get("id").asString();
    }

    private void checkPanels() {
        String next = "";
        do {
            JsonNode page = body(officer.get(path + "/entries?limit=100" + next), 200);
            for (JsonNode entry : page.get("items")) {
                String county = entry.get("region").asString().substring(0, 6);
                assertThat(entry.get("judgeIds")).hasSize(3);
                entry.get("judgeIds")
                        .forEach(judge ->
                                assertThat(counties.get(judge.asString())).isNotEqualTo(county));
            }
            next = page.has("next") ? "&after=" + page.get("next").asString() : null;
        } while (next != null);
    }

    private void judge(Caller judge) {
        JsonNode own = body(judge.get(path + "/entries?limit=100"), 200).get("items");
        assertThat(own).hasSize(ENTRIES * 3 / JUDGES);
        own.forEach(entry -> {
            String sheet = path + "/entries/" + entry.get("id").asString() + "/score-sheet";
            String content = String.valueOf(random.nextInt(121) / 2.0);
            body(judge.put(sheet, ContestStage.scores(content, String.valueOf(random.nextInt(81) / 4.0))), 200);
            body(judge.post(sheet + "/submit"), 200);
        });
    }

    /** With the checking classes alone on the class path, in a Java of its own. */
    private void checkExport(String head) throws IOException, InterruptedException {
        Path export = folder.resolve("export.jsonl");
        Files.write(export, file("/log"));
        String classes = new File(VerifyContest.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getPath();
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classes,
                        VerifyContest.class.getName(),
                        export.toString(),
                        head)
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(check.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said).contains(head).contains("the ranking of 200 entries follows to the last digit");
        assertThat(check.exitValue()).isZero();
    }

    private void checkPapers(List<JsonNode> winners) throws IOException {
        try (PDDocument document = Loader.loadPDF(file("/certificates"))) {
            assertThat(document.getNumberOfPages()).isEqualTo(winners.size());
            PDFTextStripper first = new PDFTextStripper();
            first.setEndPage(1);
            String text = first.getText(document);
            assertThat(text)
                    .contains("荣誉证书")
                    .contains(winners.get(0).get("title").asString())
                    .contains("一等奖");
            String code = text.lines()
                    .filter(line -> line.contains("证书编号"))
                    .map(line -> line.replaceAll("[^a-z0-9]", ""))
                    .findFirst()
                    .orElseThrow();
            JsonNode proof = body(Caller.visitor(client).get("/award-certificates/" + code), 200);
            assertThat(proof.get("title")).isEqualTo(winners.get(0).get("title"));
            Caller.visitor(client)
                    .get("/award-certificates/" + code + "/page")
                    .expectStatus()
                    .isOk()
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("证书有效", code));
            Caller.visitor(client)
                    .get("/award-certificates/no-such-code/page")
                    .expectStatus()
                    .isNotFound()
                    .expectBody(String.class)
                    .value(page -> assertThat(page).contains("没有找到这份证书"));
            Caller.visitor(client)
                    .get("/award-certificates/no-such-code")
                    .expectStatus()
                    .isNotFound();
        }
        try (PDDocument document = Loader.loadPDF(file("/bulletin"))) {
            assertThat(new PDFTextStripper().getText(document)).contains("结果公报").contains("李四");
        }
    }

    private void checkSpreadsheet() throws IOException {
        Path matrix = folder.resolve("scores.xlsx");
        Files.write(matrix, file("/score-matrix"));
        try (TableRows rows = TableRows.open(matrix)) {
            assertThat(rows.next().cells()).containsExactly("编号", "评委", "内容", "表达", "评语");
            assertThat(IntStream.iterate(0, i -> i + 1).takeWhile(i -> rows.hasNext() && rows.next() != null))
                    .hasSize(ENTRIES * 3);
        }
    }

    private byte[] file(String name) {
        return officer.get(path + name)
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
    }
}
