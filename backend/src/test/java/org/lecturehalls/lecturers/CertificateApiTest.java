package org.lecturehalls.lecturers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.lecturehalls.support.Caller.body;
import static org.lecturehalls.support.Caller.expectProblem;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lecturehalls.identity.Role;
import org.lecturehalls.support.Caller;
import org.lecturehalls.support.PlatformTest;
import org.lecturehalls.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

@PlatformTest
class CertificateApiTest {

    @Autowired
    WebTestClient client;

    @Autowired
    LecturerDirectory directory;

    @Autowired
    CertificateRecords certificates;

    @Autowired
    CertificateWatch watch;

    @Autowired
    TestClock clock;

    @Autowired
    ConfigurableApplicationContext context;

    private TrainingScene scene;
    private Caller officer;
    private Caller visitor;
    private Caller account;
    private String lecturer;

    @BeforeEach
    void setUp() {
        scene = new TrainingScene(client);
        officer = scene.officer();
        visitor = Caller.visitor(client);
        account = scene.account();
        lecturer = scene.lecturer("韦秀兰", account);
    }

    @Test
    void certifiesALecturerAsLongAsTheCertificateIsGood() {
        expectCertified(false);
        String number = scene.certificate(lecturer, ", \"validMonths\": 12");
        expectCertified(true);

        clock.advance(Duration.ofDays(364));
        expectCertified(true);
        clock.advance(Duration.ofDays(2));
        expectCertified(false);
        assertThat(verification(number).get("state").asString()).isEqualTo("EXPIRED");
    }

    @Test
    void revokesACertificateForGood() {
        String number = scene.certificate(lecturer, "");
        String path = "/certificates/" + number;

        JsonNode revoked = body(revoke(officer, number), 200);

        assertThat(revoked.get("revocationReason").asString()).isEqualTo("材料不实");
        expectCertified(false);
        JsonNode seen = verification(number);
        assertThat(seen.get("state").asString()).isEqualTo("REVOKED");
        assertThat(seen.has("revocationReason")).isFalse();
        assertThat(body(officer.get(path + "/history"), 200).get("items")).hasSize(2);
    }

    @Test
    void givesNoPaperOfARevokedCertificate() {
        String number = scene.certificate(lecturer, "");
        String paper = "/certificates/" + number + "/pdf";
        account.get(paper).expectStatus().isOk();

        body(revoke(officer, number), 200);

        expectProblem(account.get(paper), 409, "certificate-revoked");
        expectProblem(officer.get(paper), 409, "certificate-revoked");
        scene.account().get(paper).expectStatus().isNotFound();
    }

    @Test
    void printsAPaperWhoseCodeLeadsToItsVerification() throws Exception {
        String number = scene.certificate(lecturer, "");
        byte[] pdf = account.get("/certificates/" + number + "/pdf")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(pdf.length).as("subsets only").isLessThan(80_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document)).contains("韦秀兰", number, "第一期讲习员培训班", "10 学时");
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
            }
            URI address = URI.create(codeOn(new PDFRenderer(document)));
            String page = page(address.getPath() + "?" + address.getQuery());
            assertThat(page).contains("有效", number, "韦*兰").doesNotContain("韦秀兰");
            assertThat(body(officer.get("/certificates/" + number), 200)
                            .get("verification")
                            .asString())
                    .isEqualTo(address.toString());
        }
    }

    /** As a phone does, which looks at many pictures of the code from different distances until it has read one. */
    private static String codeOn(PDFRenderer paper) throws Exception {
        for (int dpi : new int[] {200, 300, 400, 250, 350}) {
            try {
                return codeOn(paper.renderImageWithDPI(0, dpi));
            } catch (ReaderException unreadable) {
                continue;
            }
        }
        throw new AssertionError("no picture of the code can be read");
    }

    private static String codeOn(BufferedImage paper) throws Exception {
        int[] pixels = paper.getRGB(0, 0, paper.getWidth(), paper.getHeight(), null, 0, paper.getWidth());
        var source = new RGBLuminanceSource(paper.getWidth(), paper.getHeight(), pixels);
        return new QRCodeReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)))
                .getText();
    }

    private String page(String pathAndQuery) {
        return client.get()
                .uri(pathAndQuery)
                .exchange()
                .expectStatus()
                .isOk()
                .expectHeader()
                .contentType("text/html;charset=UTF-8")
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    @Test
    void tellsNothingToWhoeverCountsNumbersUp() {
        String number = scene.certificate(lecturer, "");
        String path = "/certificates/" + number;

        visitor.get(path).expectStatus().isUnauthorized();
        visitor.get(path + "/pdf").expectStatus().isUnauthorized();
        visitor.get(path + "/verification").expectStatus().isNotFound();
        visitor.get(path + "/verification?code=0123456789abcdef").expectStatus().isNotFound();
        visitor.get("/certificates/JXY-2020-999999/verification?code=x")
                .expectStatus()
                .isNotFound();
        visitor.get(path + "/verification-page?code=x").expectStatus().isNotFound();
        scene.account().get(path).expectStatus().isNotFound();
        scene.account().get(path + "/pdf").expectStatus().isNotFound();
    }

    @Test
    void letsOnlyTheIssuingRegionRevoke() {
        String number = scene.certificate(lecturer, "");

        revoke(Caller.of(client, "451023", Role.PUBLICITY), number)
                .expectStatus()
                .isNotFound();
        revoke(Caller.of(client, "451022100", Role.PUBLICITY), number)
                .expectStatus()
                .isNotFound();
        revoke(Caller.of(client, "4510", Role.PUBLICITY), number).expectStatus().isOk();
    }

    @Test
    void warnsOnceHoweverManyBackendsWatch() {
        String number = scene.certificate(lecturer, ", \"validMonths\": 12");
        String longer = scene.certificate(lecturer, ", \"validMonths\": 24");
        List<CertificateExpiring> told = new CopyOnWriteArrayList<>();
        ApplicationListener<PayloadApplicationEvent<CertificateExpiring>> listener = new Expiring(told);
        context.addApplicationListener(listener);
        try {
            watchAtOnce();
            assertThat(told).extracting(CertificateExpiring::number).doesNotContain(number, longer);
            clock.advance(Duration.ofDays(340));
            watchAtOnce();
            watchAtOnce();
        } finally {
            context.removeApplicationListener(listener);
        }

        assertThat(told)
                .filteredOn(each -> each.lecturerId().equals(lecturer))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.number()).isEqualTo(number);
                    assertThat(each.userId()).isEqualTo(account.id());
                });
        assertThat(notices()).singleElement().satisfies(letter -> {
            assertThat(letter.get("kind").asString()).isEqualTo("CERTIFICATE_EXPIRES");
            assertThat(letter.get("subjectId").asString()).isEqualTo(number);
        });
    }

    /** What the holder was told, once it has arrived. */
    private JsonNode notices() {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> body(account.get("/me/notices"), 200).get("items"), items -> !items.isEmpty());
    }

    private void watchAtOnce() {
        Flux.range(0, 4)
                .flatMap(i -> watch.tellOfEnds().subscribeOn(Schedulers.parallel()))
                .blockLast();
    }

    /** Hears what is told. */
    private record Expiring(List<CertificateExpiring> told)
            implements ApplicationListener<PayloadApplicationEvent<CertificateExpiring>> {
        @Override
        public void onApplicationEvent(PayloadApplicationEvent<CertificateExpiring> event) {
            told.add(event.getPayload());
        }
    }

    @Test
    void listsWhatEndsSoonForOfficersAndForTheHolder() {
        String soon = scene.certificate(lecturer, ", \"validMonths\": 1");
        String later = scene.certificate(lecturer, ", \"validMonths\": 24");
        String before = TrainingScene.today().plusDays(40).toString();

        assertThat(numbers(officer, "/certificates?lecturerId=" + lecturer + "&expiringBefore=" + before))
                .containsExactly(soon);
        assertThat(numbers(account, "/me/certificates?expiringBefore=" + before))
                .containsExactly(soon);
        assertThat(numbers(account, "/me/certificates")).containsExactly(soon, later);
        assertThat(numbers(scene.account(), "/me/certificates")).isEmpty();
        assertThat(numbers(officer, "/certificates?limit=1&lecturerId=" + lecturer))
                .containsExactly(soon);
        assertThat(numbers(Caller.of(client, "451023", Role.PUBLICITY), "/certificates?lecturerId=" + lecturer))
                .isEmpty();
        clock.advance(Duration.ofDays(60));
        assertThat(numbers(account, "/me/certificates?expiringBefore=2099-01-01"))
                .containsExactly(later);
    }

    @Test
    void forgetsTheNameOfAPersonWhoIsForgotten() {
        String number = scene.certificate(lecturer, "");

        officer.send(HttpMethod.DELETE, "/lecturers/" + lecturer + "/personal-data", null)
                .expectStatus()
                .isNoContent();

        assertThat(verification(number).get("name").asString()).isEqualTo("*");
        officer.get("/certificates/" + number + "/pdf").expectStatus().isNotFound();
    }

    private List<String> numbers(Caller caller, String path) {
        JsonNode items = body(caller.get(path), 200).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(item -> item.get("number").asString())
                .toList();
    }

    private ResponseSpec revoke(Caller caller, String number) {
        String path = "/certificates/" + number;
        return caller.send(
                HttpMethod.POST, path + "/revoke", "{\"reason\": \"材料不实\"}", "If-Match", scene.version(path));
    }

    private JsonNode verification(String number) {
        String code = certificates.find(number).block().code();
        return body(visitor.get("/certificates/" + number + "/verification?code=" + code), 200);
    }

    private void expectCertified(boolean certified) {
        StepVerifier.create(directory.get(lecturer).map(LecturerSummary::certified))
                .expectNext(certified)
                .verifyComplete();
    }
}
