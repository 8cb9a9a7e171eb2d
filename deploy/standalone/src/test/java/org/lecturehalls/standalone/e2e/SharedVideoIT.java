package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Loader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A long video that two workers share, of which one does not come to the end. */
@EndToEnd
class SharedVideoIT {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int SECONDS = 170;
    private static final int FRAMES_A_SECOND = 25;

    @TempDir
    private Path folder;

    @Test
    void losesOneChunkWithTheWorkerThatIsKilled(RunningPlatform platform, TestFiles files) throws Exception {
        Uploads uploads = new Uploads(Api.as(platform, "lecturer"));
        try (ExtraWorker worker = ExtraWorker.start(platform, folder, "killed")) {
            String asset = begin(uploads, files);
            ExtraWorker.Attempt lost = worker.awaitChunkOf(asset);

            worker.kill();

            isWholeWithOneChunkMadeTwice(platform, uploads, asset, lost);
        }
    }

    @Test
    void takesNothingFromTheWorkerThatWasFrozen(RunningPlatform platform, TestFiles files) throws Exception {
        Uploads uploads = new Uploads(Api.as(platform, "lecturer"));
        try (ExtraWorker worker = ExtraWorker.start(platform, folder, "frozen")) {
            String asset = begin(uploads, files);
            ExtraWorker.Attempt late = worker.awaitChunkOf(asset);

            worker.freeze();
            await().atMost(PATIENCE).until(() -> isTakenOver(platform, late));
            worker.goOn();
            await().atMost(PATIENCE).until(() -> worker.hasEnded(late));

            isWholeWithOneChunkMadeTwice(platform, uploads, asset, late);
        }
    }

    private static String begin(Uploads uploads, TestFiles files) throws Exception {
        Path film = files.smallLecture("多人合作.mp4", SECONDS);
        JsonNode upload = uploads.begin(film, "VIDEO");
        for (int number = 1; number <= upload.path("partCount").asInt(); number++) {
            uploads.sendPart(upload, film, number);
        }
        return uploads.complete(upload).path("assetId").asString();
    }

    /** Whether the platform's own worker has begun what the other one had. */
    private static boolean isTakenOver(RunningPlatform platform, ExtraWorker.Attempt late) throws IOException {
        String log = Files.readString(platform.data().resolve("logs/worker-1.log"));
        return log.contains("Job " + late.part() + ", attempt ");
    }

    private static void isWholeWithOneChunkMadeTwice(
            RunningPlatform platform, Uploads uploads, String asset, ExtraWorker.Attempt lost) throws Exception {
        JsonNode ready = uploads.awaitEnd(asset);
        assertThat(ready.path("state").asString()).as(ready.toString()).isEqualTo("READY");
        assertThat(ready.path("durationSeconds").asDouble()).isCloseTo(SECONDS, within(0.2));
        String master = uploads.person()
                .get("/media-assets/" + asset + "/links")
                .path("master")
                .asString();
        for (JsonNode rung : ready.path("renditions")) {
            String playlist = master.replace("master.m3u8", rung.asString() + ".m3u8");
            assertThat(packets(playlist)).as(rung.asString()).isEqualTo((long) SECONDS * FRAMES_A_SECOND);
        }
        await().atMost(PATIENCE)
                .ignoreExceptionsInstanceOf(UncheckedIOException.class)
                .untilAsserted(() -> assertThat(attempts(platform, asset))
                        .as("one attempt at each part is kept, and only the lost chunk's is not the first")
                        .allSatisfy((part, kept) -> assertThat(kept)
                                .singleElement()
                                .satisfies(token -> assertThat(token > 1).isEqualTo(part.equals(lost.folder())))));
    }

    /** Tokens of the attempts that have objects in the store, by part. */
    private static TreeMap<String, TreeSet<Integer>> attempts(RunningPlatform platform, String asset)
            throws IOException {
        TreeMap<String, TreeSet<Integer>> attempts = new TreeMap<>();
        String place = "/media/" + asset + "/";
        try (Stream<Path> objects = Files.walk(platform.data().resolve("objects"))) {
            for (Path object : objects.filter(Files::isRegularFile).toList()) {
                int start = object.toString().indexOf(place);
                if (start >= 0) {
                    String[] names =
                            object.toString().substring(start + place.length()).split("/");
                    attempts.computeIfAbsent(names[1], part -> new TreeSet<>())
                            .add(Integer.parseInt(names[2].substring(0, names[2].indexOf('-'))));
                }
            }
        }
        return attempts;
    }

    /** Pictures in a rendition, as a player finds them. */
    private static long packets(String playlist) throws IOException, InterruptedException {
        Process ffprobe = new ProcessBuilder(List.of(
                        Loader.load(org.bytedeco.ffmpeg.ffprobe.class),
                        "-v",
                        "error",
                        "-allowed_extensions",
                        "ALL",
                        "-extension_picky",
                        "0",
                        "-count_packets",
                        "-select_streams",
                        "v:0",
                        "-show_entries",
                        "stream=nb_read_packets",
                        "-of",
                        "csv=p=0",
                        playlist))
                .redirectErrorStream(true)
                .start();
        String said = new String(ffprobe.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(ffprobe.waitFor(1, TimeUnit.MINUTES)).isTrue();
        // It says so twice: of the programme that the playlist makes up, and of the stream itself.
        List<String> counted =
                said.lines().filter(line -> !line.isBlank()).distinct().toList();
        assertThat(counted).as(playlist).singleElement().asString().matches("[0-9]+");
        return Long.parseLong(counted.get(0));
    }
}
