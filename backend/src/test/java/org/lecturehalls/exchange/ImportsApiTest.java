package org.lecturehalls.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.TestTokens.as;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lecturehalls.exchange.files.TableFormat;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

@PlatformTest
class ImportsApiTest {

    /** A county of its own, so that no other test's halls are exported. */
    private static final String COUNTY = "451031";

    private static final String HEADER = "编号,名称,类型,状态,区划代码,地址,纬度,经度,容纳人数,设备,开放时间,负责人账号,负责人\n";
    private static final String GOOD = ",隆林讲习所,讲习所,在用,451031,新州镇,24.77,105.34,80,投影仪；音响,周一 08:30-12:00,,\n";

    @Autowired
    WebTestClient client;

    @Test
    void writesNothingBeforeItIsAppliedAndNothingTwice() {
        String number = "I-" + Ids.next();
        String file = HEADER + number + GOOD;

        ImportView checked = ended(send("halls", file));
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.created()).isEqualTo(1);
        assertThat(hallsWith(number)).isZero();

        ImportView applied = applied(checked.id());
        assertThat(applied.state()).isEqualTo(ImportState.APPLIED);
        assertThat(hallsWith(number)).isEqualTo(1);

        ImportView again = ended(send("halls", file.replace("在用", "开放")));
        assertThat(again.created() + again.changed()).isZero();
        assertThat(again.same()).isEqualTo(1);

        ImportView changed = ended(send("halls", HEADER + number + GOOD.replace(",80,", ",90,")));
        assertThat(changed.changed()).isEqualTo(1);
        assertThat(applied(changed.id()).changed()).isEqualTo(1);
    }

    @Test
    void namesEveryWrongCellAndWritesNothing() {
        String good = "I-" + Ids.next();
        String file = HEADER
                + good + GOOD
                + "X 1,,礼堂,在用,451031,新州镇,24.77,205.34,八十,,周八 08:30-12:00,,\n"
                + good + GOOD
                + "I-2,隆林讲习所,讲习所,在用,451077,新州镇,24.77,105.34,80,,,,\n"
                + "I-3,隆林讲习所,讲习所,在用,451022,新州镇,24.77,105.34,80,,,,\n";

        ImportView refused = ended(send("halls", file));

        assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
        assertThat(hallsWith(good)).isZero();
        assertThat(problems(refused.id()))
                .containsExactlyInAnyOrder(
                        "3 number pattern",
                        "3 name not-blank",
                        "3 type not-a-choice",
                        "3 longitude decimal-max",
                        "3 capacity not-a-number",
                        "3 openingHours not-opening-hours",
                        "4 number repeats-row",
                        "5 region unknown-region",
                        "6 region outside-region");
        client.post()
                .uri("/api/v1/imports/" + refused.id() + "/apply")
                .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                .exchange()
                .expectStatus()
                .isEqualTo(409);
    }

    @Test
    void tellsWhatIsWrongInTheReadersLanguage() {
        ImportView refused = ended(send("halls", HEADER + "I-1" + GOOD.replace(",80,", ",many,")));

        client.get()
                .uri("/api/v1/imports/" + refused.id() + "/problems")
                .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                .header("Accept-Language", "en")
                .exchange()
                .expectBody()
                .jsonPath("$.items[0].message")
                .isEqualTo("must be a number")
                .jsonPath("$.items[0].title")
                .isEqualTo("容纳人数")
                .jsonPath("$.items[0].value")
                .isEqualTo("many");
    }

    @Test
    void namesColumnsThatAreMissingOrUnknown() {
        ImportView refused = ended(send("teams", "编号,名称,区划代码,队徽\nT-1,山歌队,451031,红\n"));

        assertThat(problems(refused.id()))
                .containsExactlyInAnyOrder("1 leaderId missing-column", "1 队徽 unknown-column");
    }

    @Test
    void refusesAFileThatIsNoTable() {
        ImportView refused = ended(send("halls", "编号\n\"never closed\n"));

        assertThat(refused.state()).isEqualTo(ImportState.REFUSED);
        assertThat(refused.reason().code()).isEqualTo("malformed-csv");
    }

    @ParameterizedTest
    @EnumSource(TableFormat.class)
    void importsUnchangedWhatItExported(TableFormat format) {
        String number = "I-" + Ids.next();
        applied(ended(send("halls", HEADER + number + GOOD.replace("新州镇", "=新州镇")))
                .id());
        applied(ended(send("lecturers", lecturers(number))).id());
        applied(ended(send("teams", "编号,名称,区划代码,队长\n" + number + ",山歌队,451031,\n"))
                .id());

        for (String list : List.of("halls", "lecturers", "teams")) {
            byte[] file = client.get()
                    .uri("/api/v1/exports/" + list + "?format=" + format)
                    .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                    .exchange()
                    .expectStatus()
                    .isOk()
                    .expectHeader()
                    .contentType(format.mediaType())
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            ImportView checked = ended(send(list, file, Role.PUBLICITY, COUNTY));

            assertThat(checked.state()).as(list).isEqualTo(ImportState.CHECKED);
            assertThat(checked.same()).as(list).isPositive().isEqualTo(checked.total());
        }
    }

    @Test
    void importsTheOfficialListOfDivisions() {
        String file = "code,name,parent_code,level\n451031,隆林各族自治县,4510,county\n451031990,新来的镇,451031,township\n";

        ImportView checked = ended(send("regions", file.getBytes(StandardCharsets.UTF_8), Role.ADMIN, "45"));
        assertThat(checked.same()).isEqualTo(1);
        assertThat(checked.created()).isEqualTo(1);
        client.post()
                .uri("/api/v1/imports/" + checked.id() + "/apply")
                .headers(as(Role.ADMIN, "45", "officer-i"))
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(ended(checked.id(), Role.ADMIN, "45").state()).isEqualTo(ImportState.APPLIED);
        client.get()
                .uri("/api/v1/regions/451031990")
                .exchange()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("新来的镇");
    }

    @Test
    void mapsReplacedCodesInsteadOfKeepingBoth() {
        importAsAdmin("regions", "code,name\n451031980,旧镇\n451031981,新镇\n");
        importAsAdmin("region-changes", "oldCode,newCode,year\n451031980,451031981,2024\n");

        client.get()
                .uri("/api/v1/regions/451031980")
                .exchange()
                .expectBody()
                .jsonPath("$.name")
                .isEqualTo("新镇");
        ImportView backwards = ended(send(
                "region-changes",
                "oldCode,newCode,year\n451031981,451031980,2025\n".getBytes(StandardCharsets.UTF_8),
                Role.ADMIN,
                "45"));
        assertThat(backwards.state()).isEqualTo(ImportState.REFUSED);
    }

    private void importAsAdmin(String list, String file) {
        ImportView checked = ended(send(list, file.getBytes(StandardCharsets.UTF_8), Role.ADMIN, "45"));
        client.post()
                .uri("/api/v1/imports/" + checked.id() + "/apply")
                .headers(as(Role.ADMIN, "45", "officer-i"))
                .exchange()
                .expectStatus()
                .isAccepted();
        assertThat(ended(checked.id(), Role.ADMIN, "45").state()).isEqualTo(ImportState.APPLIED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"VILLAGER", "LECTURER", "JUDGE", "HALL_MANAGER"})
    void isForOfficersOnly(Role role) {
        post("halls", HEADER.getBytes(StandardCharsets.UTF_8), role, COUNTY)
                .expectStatus()
                .isForbidden();
        client.get()
                .uri("/api/v1/exports/lecturers")
                .headers(as(role, COUNTY, "somebody"))
                .exchange()
                .expectStatus()
                .isForbidden();
    }

    @Test
    void keepsImportsAndTheListOfDivisionsFromOthers() {
        ImportView checked = ended(send("halls", HEADER + "I-" + Ids.next() + GOOD));

        client.get()
                .uri("/api/v1/imports/" + checked.id())
                .headers(as(Role.PUBLICITY, COUNTY, "another"))
                .exchange()
                .expectStatus()
                .isNotFound();
        post("regions", HEADER.getBytes(StandardCharsets.UTF_8), Role.PUBLICITY, COUNTY)
                .expectStatus()
                .isForbidden();
    }

    @Test
    void checksFiftyThousandRowsAndShowsHowFarItIs() {
        String rows = IntStream.range(0, 50_000).mapToObj(i -> "B-" + i + GOOD).collect(Collectors.joining());
        String id = send("halls", HEADER + rows).id();

        List<ImportView> seen = client.mutate()
                .responseTimeout(Duration.ofMinutes(3))
                .build()
                .get()
                .uri("/api/v1/imports/" + id + "/events")
                .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<ImportView>>() {})
                .getResponseBody()
                .map(ServerSentEvent::data)
                .collectList()
                .block(Duration.ofMinutes(3));

        ImportView last = seen.get(seen.size() - 1);
        assertThat(last.state()).isEqualTo(ImportState.CHECKED);
        assertThat(last.created()).isEqualTo(50_000);
        assertThat(seen).extracting(ImportView::done).isSorted();
        assertThat(seen).anyMatch(view -> view.done() > 0 && view.done() < 50_000);
    }

    private static String lecturers(String number) {
        return "编号,姓名,区划代码,类别,宣讲主题,宣讲形式,语言,所在讲习所,讲习队,账号,电话\n" + number
                + ",韦秀兰,451031,民间艺人；五老人员,党史,山歌,壮语；普通话,,,,13800000000\n";
    }

    private ImportView send(String list, String file) {
        return send(list, file.getBytes(StandardCharsets.UTF_8), Role.PUBLICITY, COUNTY);
    }

    private ImportView send(String list, byte[] file, Role role, String region) {
        return post(list, file, role, region)
                .expectStatus()
                .isCreated()
                .expectBody(ImportView.class)
                .returnResult()
                .getResponseBody();
    }

    private ResponseSpec post(String list, byte[] file, Role role, String region) {
        return client.post()
                .uri("/api/v1/imports?list=" + list + "&fileName=table")
                .headers(as(role, region, "officer-i"))
                .header("Content-Type", "application/octet-stream")
                .bodyValue(file)
                .exchange();
    }

    private ImportView applied(String id) {
        client.post()
                .uri("/api/v1/imports/" + id + "/apply")
                .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                .exchange()
                .expectStatus()
                .isAccepted();
        return ended(id, Role.PUBLICITY, COUNTY);
    }

    private ImportView ended(ImportView view) {
        boolean divisions = view.list().startsWith("region");
        return ended(view.id(), divisions ? Role.ADMIN : Role.PUBLICITY, divisions ? "45" : COUNTY);
    }

    /** The live events end when the work does. */
    private ImportView ended(String id, Role role, String region) {
        return client.get()
                .uri("/api/v1/imports/" + id + "/events")
                .headers(as(role, region, "officer-i"))
                .exchange()
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<ImportView>>() {})
                .getResponseBody()
                .map(ServerSentEvent::data)
                .blockLast(Duration.ofMinutes(1));
    }

    private List<String> problems(String id) {
        record Problem(int row, String column, String code) {}
        record Problems(List<Problem> items) {}
        return client
                .get()
                .uri("/api/v1/imports/" + id + "/problems?limit=100")
                .headers(as(Role.PUBLICITY, COUNTY, "officer-i"))
                .exchange()
                .expectBody(Problems.class)
                .returnResult()
                .getResponseBody()
                .items()
                .stream()
                .map(problem -> problem.row() + " " + problem.column() + " " + problem.code())
                .toList();
    }

    private int hallsWith(String number) {
        record Halls(List<Object> items) {}
        return client.get()
                .uri("/api/v1/halls?q=" + number)
                .exchange()
                .expectBody(Halls.class)
                .returnResult()
                .getResponseBody()
                .items()
                .size();
    }
}
