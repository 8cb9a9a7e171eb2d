package org.lecturehalls.standalone.e2e;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bytedeco.javacpp.Loader;
import tools.jackson.databind.JsonNode;

/**
 * What can't be beaten: a page of one headline and the lesson's poster, and the same pictures and sound as our lowest rung
 * as one MP4 file in a bare {@code <video>}.
 */
final class BareSite implements AutoCloseable {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d*)");
    private static final String PAGE = "<!doctype html><title>bare</title><main><h1>讲习所</h1><img src=/poster></main>";
    private static final String FILM = "<!doctype html><title>bare</title><main><video src=/mp4 preload=none></video>"
            + "<button onclick=\"document.querySelector('video').play()\">play</button></main>";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(8);

    private BareSite(byte[] poster, byte[] film) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        give("/page", "text/html; charset=utf-8", PAGE.getBytes(StandardCharsets.UTF_8));
        give("/film", "text/html; charset=utf-8", FILM.getBytes(StandardCharsets.UTF_8));
        give("/poster", "image/jpeg", poster);
        give("/mp4", "video/mp4", film);
        server.start();
    }

    static BareSite with(JsonNode links, Path folder) throws Exception {
        Path film = folder.resolve("bare.mp4");
        Process ffmpeg = new ProcessBuilder(List.of(
                        Loader.load(org.bytedeco.ffmpeg.ffmpeg.class),
                        "-nostdin",
                        "-v",
                        "error",
                        "-y",
                        "-i",
                        lowestRung(links),
                        "-i",
                        beside(links, "audio.m3u8"),
                        "-c",
                        "copy",
                        "-movflags",
                        "+faststart",
                        film.toString()))
                .inheritIO()
                .start();
        if (ffmpeg.waitFor() != 0) {
            throw new IOException("The lesson could not be made into one file");
        }
        try (InputStream poster =
                URI.create(links.path("poster").asString()).toURL().openStream()) {
            return new BareSite(poster.readAllBytes(), Files.readAllBytes(film));
        }
    }

    private static String lowestRung(JsonNode links) throws IOException {
        URI master = URI.create(links.path("master").asString());
        try (InputStream list = master.toURL().openStream()) {
            String text = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            String first = text.lines()
                    .filter(line -> line.endsWith(".m3u8") && !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
            return beside(links, first);
        }
    }

    private static String beside(JsonNode links, String name) {
        return URI.create(links.path("master").asString()).resolve(name).toString();
    }

    String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdown();
    }

    private void give(String path, String type, byte[] bytes) {
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.getResponseHeaders().add("Accept-Ranges", "bytes");
            answer(exchange, bytes);
            exchange.close();
        });
    }

    private static void answer(HttpExchange exchange, byte[] bytes) throws IOException {
        String asked = exchange.getRequestHeaders().getFirst("Range");
        Matcher range = RANGE.matcher(asked == null ? "" : asked);
        int from = range.matches() ? Integer.parseInt(range.group(1)) : 0;
        int to = range.matches() && !range.group(2).isEmpty() ? Integer.parseInt(range.group(2)) : bytes.length - 1;
        if (range.matches()) {
            exchange.getResponseHeaders().add("Content-Range", "bytes " + from + "-" + to + "/" + bytes.length);
        }
        exchange.sendResponseHeaders(range.matches() ? 206 : 200, to - from + 1);
        try {
            exchange.getResponseBody().write(bytes, from, to - from + 1);
        } catch (IOException browserHasEnough) {
            // It asks again for what it lacks.
        }
    }
}
