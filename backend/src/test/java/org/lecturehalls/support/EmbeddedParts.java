package org.lecturehalls.support;

import com.sun.net.httpserver.HttpServer;
import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * The servers behind the backend, started once for all tests of a JVM, on free ports. Each Spring context gets a
 * database, a bucket and a broker of its own.
 */
public final class EmbeddedParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static final String ACCESS_KEY = "test-access";
    public static final String SECRET_KEY = "test-secret-of-the-embedded-store";

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        String name = "t" + UUID.randomUUID().toString().substring(0, 8);
        TestPropertyValues.of(
                        "spring.mongodb.uri=" + mongoUri(name),
                        "spring.artemis.mode=embedded",
                        "lecturehalls.storage.endpoint=" + s3Endpoint(),
                        "lecturehalls.storage.bucket=" + name,
                        "lecturehalls.storage.access-key=" + ACCESS_KEY,
                        "lecturehalls.storage.secret-key=" + SECRET_KEY,
                        "lecturehalls.storage.set-cors=false",
                        "lecturehalls.identity.issuer-uri=" + issuer(),
                        "lecturehalls.lecturers.phone-key=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
                .applyTo(context);
    }

    /** A database of the embedded MongoDB. */
    public static String mongoUri(String database) {
        return Mongo.ADDRESS + "/" + database;
    }

    /** The embedded S3, as the backend and browsers see it. */
    public static URI s3Endpoint() {
        return S3.ENDPOINT;
    }

    /** The issuer of the tokens that {@link TestTokens} makes. */
    public static String issuer() {
        return Realm.ISSUER;
    }

    private static final class Mongo {

        static final String ADDRESS = start();

        private static String start() {
            MongoServer server = new MongoServer(H2Backend.inMemory());
            Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow));
            return server.bindAndGetConnectionString();
        }
    }

    private static final class S3 {

        static final URI ENDPOINT = start();

        private static URI start() {
            try {
                Path folder = Files.createTempDirectory("lecture-halls-test-s3");
                S3Proxy proxy = S3Proxy.builder()
                        .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                        .endpoint(URI.create("http://127.0.0.1:0"))
                        .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
                        .build();
                proxy.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(proxy, folder)));
                return URI.create("http://127.0.0.1:" + proxy.getPort());
            } catch (Exception e) {
                throw new IllegalStateException("The embedded S3 does not start", e);
            }
        }

        private static void stop(S3Proxy proxy, Path folder) {
            try {
                proxy.stop();
                FileSystemUtils.deleteRecursively(folder);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static final class Realm {

        static final String ISSUER = start();

        private static String start() {
            try {
                InetSocketAddress free = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
                HttpServer server = HttpServer.create(free, 0);
                byte[] keys = TestTokens.publicKeys().getBytes(StandardCharsets.UTF_8);
                server.createContext("/realms/lecture-halls/protocol/openid-connect/certs", exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, keys.length);
                    try (OutputStream body = exchange.getResponseBody()) {
                        body.write(keys);
                    }
                });
                server.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(0)));
                return "http://127.0.0.1:" + server.getAddress().getPort() + "/realms/lecture-halls";
            } catch (IOException e) {
                throw new IllegalStateException("The realm's keys cannot be served", e);
            }
        }
    }
}
