package org.lecturehalls.standalone.e2e;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Uploads files as a browser does: parts straight to the store. */
record Uploads(Api person) {

    private static final Duration JOB_PATIENCE = Duration.ofMinutes(5);

    HttpResponse<String> announce(Path file, String kind) throws IOException {
        Map<String, Object> upload = Map.of(
                "fileName", file.getFileName().toString(),
                "size", Files.size(file),
                "contentType", contentType(file),
                "kind", kind);
        return person.send(
                "POST",
                "/uploads",
                upload,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    JsonNode begin(Path file, String kind) throws IOException {
        HttpResponse<String> answer = announce(file, kind);
        if (answer.statusCode() != 201) {
            throw new AssertionError(
                    "The upload of " + file + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return Api.json(answer);
    }

    /** Sends the part with this number, counted from 1, and returns its ETag. */
    String sendPart(JsonNode upload, Path file, int number) throws IOException, InterruptedException {
        HttpRequest put = HttpRequest.newBuilder(URI.create(partUrl(upload, number)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(part(upload, file, number)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(put, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError("Part " + number + " was answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.headers().firstValue("ETag").orElseThrow();
    }

    String partUrl(JsonNode upload, int number) {
        return person.post("/uploads/" + id(upload) + "/part-urls", Map.of("partNumbers", List.of(number)))
                .path("urls")
                .path(0)
                .path("url")
                .asString();
    }

    /** Completes with the parts that the store has, as a browser does that has forgotten everything. */
    JsonNode complete(JsonNode upload) {
        List<Map<String, Object>> parts = new ArrayList<>();
        for (JsonNode part : person.get("/uploads/" + id(upload)).path("parts")) {
            parts.add(Map.of(
                    "number",
                    part.path("number").asInt(),
                    "etag",
                    part.path("etag").asString()));
        }
        return person.post("/uploads/" + id(upload) + "/complete", Map.of("parts", parts));
    }

    /** Uploads the whole file and waits until its asset is ready or refused. */
    JsonNode bring(Path file, String kind) throws IOException, InterruptedException {
        JsonNode upload = begin(file, kind);
        for (int number = 1; number <= upload.path("partCount").asInt(); number++) {
            sendPart(upload, file, number);
        }
        return awaitEnd(complete(upload).path("assetId").asString());
    }

    JsonNode awaitEnd(String assetId) {
        return await().atMost(JOB_PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(
                        () -> person.get("/media-assets/" + assetId),
                        asset -> !"PROCESSING".equals(asset.path("state").asString()));
    }

    private static byte[] part(JsonNode upload, Path file, int number) {
        long partSize = upload.path("partSize").asLong();
        try (RandomAccessFile source = new RandomAccessFile(file.toFile(), "r")) {
            long from = (number - 1) * partSize;
            byte[] bytes = new byte[(int) Math.min(partSize, source.length() - from)];
            source.seek(from);
            source.readFully(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String id(JsonNode upload) {
        return upload.path("id").asString();
    }

    private static String contentType(Path file) {
        String name = file.getFileName().toString();
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "mp4" -> "video/mp4";
            case "mov" -> "video/quicktime";
            case "pdf" -> "application/pdf";
            case "docx" -> "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
            default -> "application/octet-stream";
        };
    }
}
