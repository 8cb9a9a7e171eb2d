package org.lecturehalls.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lecturehalls.support.Caller.body;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import tools.jackson.databind.JsonNode;

/** Somebody who sends lists as CSV files and takes them away again. */
public final class Spreadsheets {

    private final Caller caller;

    public Spreadsheets(Caller caller) {
        this.caller = caller;
    }

    /** What a dry run says of a file. */
    public JsonNode check(String list, String csv) {
        JsonNode sent = body(
                caller.sendRaw(
                        "/imports?list=" + list + "&fileName=table.csv",
                        csv.getBytes(StandardCharsets.UTF_8),
                        MediaType.APPLICATION_OCTET_STREAM),
                201);
        return ended(sent.get("id").asString());
    }

    /** Takes a file in, which must be right. */
    public void apply(String list, String csv) {
        JsonNode checked = check(list, csv);
        assertThat(checked.get("state").asString()).as(checked.toString()).isEqualTo("CHECKED");
        String id = checked.get("id").asString();
        caller.post("/imports/" + id + "/apply").expectStatus().isAccepted();
        assertThat(ended(id).get("state").asString()).isEqualTo("APPLIED");
    }

    /** What is wrong with a file: row, column and code. */
    public List<String> problems(String list, String csv) {
        String id = check(list, csv).get("id").asString();
        JsonNode items =
                body(caller.get("/imports/" + id + "/problems?limit=100"), 200).get("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> each.get("row").asInt() + " " + each.get("column").asString() + " "
                        + each.get("code").asString())
                .toList();
    }

    public String export(String list) {
        byte[] file = caller.get("/exports/" + list + "?format=CSV")
                .expectStatus()
                .isOk()
                .expectBody()
                .returnResult()
                .getResponseBody();
        return new String(file, StandardCharsets.UTF_8);
    }

    /** The live events end when the work does. */
    private JsonNode ended(String id) {
        return caller.get("/imports/" + id + "/events")
                .expectStatus()
                .isOk()
                .returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {})
                .getResponseBody()
                .map(ServerSentEvent::data)
                .blockLast(Duration.ofMinutes(1));
    }
}
