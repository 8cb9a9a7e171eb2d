package org.lecturehalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lecturehalls.support.PlatformTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The web app's client is generated from {@code web/openapi.json}, so that file says what the backend really does. After
 * a wanted change, {@code mvn -pl backend -am test -Dtest=OpenApiSnapshotTest -Dopenapi.update=true
 * -Dsurefire.failIfNoSpecifiedTests=false} writes it anew.
 */
@PlatformTest
class OpenApiSnapshotTest {

    private static final Path SNAPSHOT = Path.of("web/openapi.json");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    /** The description is made on the first request, which takes long on a busy machine. */
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Autowired
    WebTestClient client;

    @Test
    void descriptionIsTheOneTheWebAppWasBuiltFrom() throws IOException {
        String present = normalised();
        if (Boolean.getBoolean("openapi.update")) {
            Files.createDirectories(SNAPSHOT.getParent());
            Files.writeString(SNAPSHOT, present);
        }
        assertThat(SNAPSHOT)
                .as("run with -Dopenapi.update=true after a wanted change")
                .hasContent(present);
    }

    @Test
    void everyOperationSaysWhatItAnswersWhenAllIsWell() {
        assertThat(JSON.readTree(normalised()).get("paths").propertyStream())
                .allSatisfy(path -> assertThat(path.getValue().propertyStream())
                        .allSatisfy(operation -> assertThat(
                                        operation.getValue().get("responses").propertyNames())
                                .as(operation.getKey() + " " + path.getKey())
                                .anyMatch(code -> code.matches("[23].."))));
    }

    private String normalised() {
        byte[] body = client.mutate()
                .responseTimeout(PATIENCE)
                .build()
                .get()
                .uri("/v3/api-docs")
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        JsonNode api = JSON.readTree(body);
        ((ObjectNode) api).remove("servers");
        return JSON.writeValueAsString(JSON.convertValue(api, Object.class)) + "\n";
    }
}
