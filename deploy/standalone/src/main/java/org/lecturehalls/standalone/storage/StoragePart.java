package org.lecturehalls.standalone.storage;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.gaul.s3proxy.CrossOriginResourceSharing;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.StartFailure;

/** An S3 store in this process, kept in a folder. */
public final class StoragePart implements Part {

    private static final long LARGEST_BUFFERED_BODY = 64L * 1024 * 1024;
    private static final int THREADS = 64;

    private final StorageSettings settings;
    private @Nullable S3Proxy server;

    public StoragePart(StorageSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "S3 storage";
    }

    @Override
    public String address() {
        return settings.publicAddress();
    }

    @Override
    public String log() {
        return settings.log();
    }

    @Override
    public void start() throws IOException {
        Path folder = Files.createDirectories(settings.folder());
        server = S3Proxy.builder()
                .endpoint(URI.create("http://" + settings.listenOn() + ":" + settings.port()))
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .awsAuthentication(AuthenticationType.AWS_V4, settings.accessKey(), settings.secretKey())
                .corsRules(browserRules())
                .v4MaxNonChunkedRequestSize(LARGEST_BUFFERED_BODY)
                .ignoreUnknownHeaders(true)
                .jettyMaxThreads(THREADS)
                .stopTimeout(Duration.ofSeconds(5).toMillis())
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new StartFailure(
                    "The S3 storage could not listen on port " + settings.port() + ": " + e.getMessage(), e);
        }
    }

    /** An unsigned request is refused, which shows that the store answers and that it asks for keys. */
    @Override
    public boolean ready() throws InterruptedException {
        HttpRequest anonymous = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + settings.port() + "/"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            HttpResponse<Void> answer =
                    HttpClient.newHttpClient().send(anonymous, HttpResponse.BodyHandlers.discarding());
            return answer.statusCode() == HttpURLConnection.HTTP_FORBIDDEN;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        if (server == null) {
            return;
        }
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 storage did not stop", e);
        } finally {
            server = null;
        }
    }

    /** What the app's pages may do across origins: put parts and read their ETags, play ranges. */
    private CrossOriginResourceSharing browserRules() {
        return new CrossOriginResourceSharing(
                settings.appOrigins().stream().map(Pattern::quote).toList(),
                List.of("GET", "HEAD", "PUT"),
                List.of("*"),
                List.of("ETag", "Content-Length", "Content-Range", "Accept-Ranges"),
                "");
    }
}
