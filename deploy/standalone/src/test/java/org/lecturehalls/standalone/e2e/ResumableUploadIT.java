package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EndToEnd
class ResumableUploadIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void goesOnAfterTheLineWasCutInTheMiddleOfAPart(RunningPlatform platform, TestFiles files) throws Exception {
        Path file = files.largeLecture();
        Uploads uploads = new Uploads(Api.as(platform, "lecturer"));
        JsonNode upload = uploads.begin(file, "VIDEO");
        int parts = upload.path("partCount").asInt();
        assertThat(parts).isGreaterThanOrEqualTo(2);
        uploads.sendPart(upload, file, 1);
        cutInTheMiddle(uploads.partUrl(upload, 2));

        String path = "/uploads/" + upload.path("id").asString();
        JsonNode arrived = uploads.person().get(path).path("parts");
        assertThat(arrived.size()).isEqualTo(1);
        assertThat(arrived.path(0).path("number").asInt()).isEqualTo(1);
        assertThat(completeTooEarly(uploads, path, arrived)).isEqualTo("upload-incomplete");

        for (int number = 2; number <= parts; number++) {
            uploads.sendPart(upload, file, number);
        }
        JsonNode asset =
                uploads.awaitEnd(uploads.complete(upload).path("assetId").asString());
        assertThat(asset.path("state").asString()).isEqualTo("READY");
    }

    @Test
    void aBrowserGoesOnAfterItsTabWasClosed(RunningPlatform platform, TestFiles files, TestBrowser browser)
            throws Exception {
        Path file = files.largeLecture();
        Api lecturer = Api.as(platform, "lecturer2");
        try (TestBrowser.Visitor visitor = browser.visitor()) {
            Page page = visitor.signedIn(platform, "lecturer2");
            page.navigate(platform.url() + "/studio/uploads");
            cutAfterFirstPart(platform, page);
            page.locator("input[data-test=file]").setInputFiles(file);
            await().atMost(PATIENCE).until(() -> pumped(page) && arrivedParts(lecturer) >= 1);
            page.close();
            int missing = openUpload(lecturer).path("partCount").asInt() - arrivedParts(lecturer);

            Page again = visitor.page();
            AtomicInteger sent = countSentParts(platform, again);
            again.navigate(platform.url() + "/studio/uploads");
            again.waitForFileChooser(() -> again.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("接着传"))
                            .click())
                    .setFiles(file);
            await().atMost(PATIENCE)
                    .until(() -> pumped(again)
                            && lecturer.get("/media-assets").path("items").size() == 1);
            assertThat(sent.get()).isEqualTo(missing);
        }
    }

    /** What a router does that goes off: some bytes of the part, then nothing. */
    private static void cutInTheMiddle(String url) throws Exception {
        URI address = URI.create(url);
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            OutputStream out = socket.getOutputStream();
            String head = "PUT " + address.getRawPath() + "?" + address.getRawQuery() + " HTTP/1.1\r\nHost: "
                    + address.getAuthority() + "\r\nContent-Length: 5000000\r\n\r\n";
            out.write(head.getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[200_000]);
            out.flush();
        }
    }

    private static String completeTooEarly(Uploads uploads, String path, JsonNode arrived) {
        List<Map<String, Object>> parts =
                List.of(Map.of("number", 1, "etag", arrived.path(0).path("etag").asString()));
        return Api.json(uploads.person().send("POST", path + "/complete", Map.of("parts", parts), Map.of()))
                .path("code")
                .asString();
    }

    private static void cutAfterFirstPart(RunningPlatform platform, Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.route(url -> url.startsWith(platform.storageUrl()), route -> {
            if ("PUT".equals(route.request().method()) && sent.incrementAndGet() > 1) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
    }

    private static AtomicInteger countSentParts(RunningPlatform platform, Page page) {
        AtomicInteger sent = new AtomicInteger();
        page.onResponse((Response response) -> {
            boolean part =
                    "PUT".equals(response.request().method()) && response.url().startsWith(platform.storageUrl());
            sent.addAndGet(part && response.ok() ? 1 : 0);
        });
        return sent;
    }

    /** Playwright's handlers run only while one of its calls does. */
    private static boolean pumped(Page page) {
        page.waitForTimeout(200);
        return true;
    }

    private static int arrivedParts(Api person) {
        return openUpload(person).path("parts").size();
    }

    private static JsonNode openUpload(Api person) {
        JsonNode open = person.get("/uploads").path("items").path(0);
        return open.isMissingNode()
                ? open
                : person.get("/uploads/" + open.path("id").asString());
    }
}
