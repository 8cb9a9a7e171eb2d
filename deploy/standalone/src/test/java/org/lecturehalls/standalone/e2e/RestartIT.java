package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@EndToEnd
class RestartIT {

    /** Killed while an upload is half sent and another file is being worked on. */
    @Test
    void losesNothingWhenTheMachineLosesPower(RunningPlatform platform, TestFiles files) throws Exception {
        Path file = files.largeLecture();
        Uploads uploads = new Uploads(Api.as(platform, "lecturer"));
        JsonNode half = uploads.begin(file, "VIDEO");
        uploads.sendPart(half, file, 1);
        JsonNode working = uploads.begin(files.lecture("断电.mp4", 20), "VIDEO");
        uploads.sendPart(working, files.lecture("断电.mp4", 20), 1);
        String assetId = uploads.complete(working).path("assetId").asString();
        JsonNode course = uploads.person()
                .post("/courses", Map.of("title", "断电之后", "summary", "还在", "format", "LECTURE", "language", "zh"));

        platform.killAndStartAgain();

        Uploads after = new Uploads(Api.as(platform, "lecturer"));
        assertThat(after.person()
                        .get("/courses/" + course.path("id").asString())
                        .path("title")
                        .asString())
                .isEqualTo("断电之后");
        assertThat(after.person()
                        .get("/uploads/" + half.path("id").asString())
                        .path("parts")
                        .size())
                .isEqualTo(1);
        for (int number = 2; number <= half.path("partCount").asInt(); number++) {
            after.sendPart(half, file, number);
        }
        assertThat(after.awaitEnd(after.complete(half).path("assetId").asString())
                        .path("state")
                        .asString())
                .isEqualTo("READY");
        assertThat(after.awaitEnd(assetId).path("state").asString()).isEqualTo("READY");
    }
}
