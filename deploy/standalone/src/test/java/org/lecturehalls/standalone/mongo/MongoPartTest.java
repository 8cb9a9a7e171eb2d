package org.lecturehalls.standalone.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.standalone.ChildJvm;
import org.lecturehalls.standalone.FreePort;

class MongoPartTest {

    private static final int WRITERS = 16;
    private static final int WRITES_BEFORE_THE_KILL = 3_000;

    @TempDir
    private Path folder;

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        port = FreePort.get();
    }

    @Test
    void losesNoAnsweredWriteWhenItIsKilled() throws Exception {
        Set<Integer> answered = ConcurrentHashMap.newKeySet();
        try (ChildJvm server = ChildJvm.running(MongoServerMain.class, folder.toString(), Integer.toString(port));
                MongoClient client = client()) {
            collection(client).createIndex(Indexes.ascending("code"), new IndexOptions().unique(true));
            writeUntilKilled(server, collection(client), answered);
        }

        assertThat(answered).hasSizeGreaterThanOrEqualTo(WRITES_BEFORE_THE_KILL);
        withServer(documents -> {
            List<Integer> kept =
                    documents.find().map(document -> document.getInteger("_id")).into(new ArrayList<>());
            assertThat(kept).doesNotHaveDuplicates().containsAll(answered);
            kept.forEach(id -> assertBothIndexesKnow(documents, id));
        });
    }

    @Test
    void answersTheSameWhetherAnIndexHelpsOrNot() throws Exception {
        withServer(documents -> {
            documents.createIndex(Indexes.ascending("hall", "hour"), new IndexOptions().unique(true));
            List<Document> bookings = IntStream.range(0, 60)
                    .mapToObj(number -> new Document("_id", number)
                            .append("hall", "h" + number % 6)
                            .append("hour", number / 6)
                            .append("people", List.of("p" + number % 4, "p" + number % 7)))
                    .toList();
            documents.insertMany(bookings);
            for (Bson filter : filters()) {
                // Every document by itself, so that no index can have a say.
                List<Integer> expected = bookings.stream()
                        .map(booking -> booking.getInteger("_id"))
                        .filter(id -> documents.countDocuments(Filters.and(
                                        Filters.gte("_id", id),
                                        Filters.lte("_id", id),
                                        Filters.nor(Filters.nor(filter))))
                                == 1)
                        .toList();
                assertThat(ids(documents.find(filter))).as(filter.toString()).isEqualTo(expected);
            }
        });
    }

    private static List<Bson> filters() {
        return List.of(
                Filters.and(Filters.eq("_id", 5), Filters.ne("people", "p1")),
                Filters.and(Filters.eq("_id", 5), Filters.ne("people", "p9")),
                Filters.and(Filters.in("_id", 3, 1, 99, 2), Filters.gt("hour", 0)),
                Filters.and(Filters.in("_id", 13, 1, 2), Filters.lt("hour", 2), Filters.ne("hall", "h2")),
                Filters.and(Filters.eq("hall", "h2"), Filters.eq("hour", 3), Filters.exists("people")),
                Filters.and(Filters.eq("hall", "h2"), Filters.eq("hour", 3), Filters.exists("people", false)),
                Filters.and(Filters.eq("hall", "h2"), Filters.in("hour", 3, 4), Filters.exists("people")),
                Filters.and(Filters.regex("hall", "h[23]"), Filters.eq("hour", 3), Filters.exists("people")),
                Filters.and(Filters.gt("_id", 50), Filters.eq("hall", "h1")));
    }

    @Test
    void changesOneOfManyByItsIdAndMore() throws Exception {
        withServer(documents -> {
            documents.insertMany(List.of(
                    new Document("_id", 1).append("people", List.of("a")),
                    new Document("_id", 2).append("people", List.of())));
            Bson add = Updates.push("people", "a");
            assertThat(documents
                            .updateOne(Filters.and(Filters.eq("_id", 1), Filters.ne("people", "a")), add)
                            .getModifiedCount())
                    .isZero();
            assertThat(documents
                            .updateOne(Filters.and(Filters.eq("_id", 2), Filters.ne("people", "a")), add)
                            .getModifiedCount())
                    .isOne();
            assertThat(documents
                            .find(Filters.eq("people", List.of("a")))
                            .map(found -> found.getInteger("_id"))
                            .into(new ArrayList<>()))
                    .containsExactly(1, 2);
        });
    }

    private static List<Integer> ids(FindIterable<Document> found) {
        return found.map(document -> document.getInteger("_id")).into(new ArrayList<>()).stream()
                .sorted()
                .toList();
    }

    @Test
    void keepsEverythingOverARestartAndGivesRoomBack() throws Exception {
        withServer(documents -> {
            documents.insertOne(new Document("_id", 1).append("code", "a"));
            String filler = "x".repeat(10_000);
            for (int round = 0; round < 300; round++) {
                documents.updateOne(
                        new Document("_id", 1), new Document("$set", new Document("filler", filler + round)));
            }
        });

        assertThat(Files.size(folder.resolve("lecturehalls.mv"))).isLessThan(2_000_000);
        withServer(documents -> assertThat(documents.find().first())
                .containsEntry("code", "a")
                .containsEntry("filler", "x".repeat(10_000) + 299));
    }

    @Test
    void saysWhenItsFileIsNotADatabase() throws Exception {
        Files.writeString(folder.resolve("lecturehalls.mv"), "not a database".repeat(1_000));

        assertThatThrownBy(() -> new MongoPart(folder, port, "").start())
                .hasMessageContaining("lecturehalls.mv")
                .hasMessageContaining("cannot be opened");
    }

    private void writeUntilKilled(ChildJvm server, MongoCollection<Document> documents, Set<Integer> answered)
            throws InterruptedException {
        CountDownLatch enough = new CountDownLatch(WRITES_BEFORE_THE_KILL);
        ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int first = writer;
            writers.execute(() -> write(documents, first, answered, enough));
        }
        assertThat(enough.await(120, TimeUnit.SECONDS)).isTrue();
        server.kill();
        writers.shutdown();
        assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    private static void write(
            MongoCollection<Document> documents, int first, Set<Integer> answered, CountDownLatch enough) {
        try {
            for (int id = first; true; id += WRITERS) {
                documents.insertOne(new Document("_id", id).append("code", "code-" + id));
                answered.add(id);
                enough.countDown();
            }
        } catch (MongoException e) {
            // The server was killed, as it should be. This write was not answered.
            return;
        }
    }

    private static void assertBothIndexesKnow(MongoCollection<Document> documents, int id) {
        assertThat(documents.find(new Document("code", "code-" + id)).first()).containsEntry("_id", id);
        assertThatThrownBy(() -> documents.insertOne(new Document("_id", id).append("code", "other")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("duplicate key");
    }

    private void withServer(Consumer<MongoCollection<Document>> use) throws Exception {
        MongoPart part = new MongoPart(folder, port, "");
        part.start();
        try (MongoClient client = client()) {
            use.accept(collection(client));
        } finally {
            part.stop();
        }
    }

    private MongoClient client() {
        return MongoClients.create("mongodb://127.0.0.1:" + port
                + "/?serverSelectionTimeoutMS=5000&connectTimeoutMS=5000&retryWrites=false");
    }

    private static MongoCollection<Document> collection(MongoClient client) {
        return client.getDatabase("lecturehalls").getCollection("documents");
    }
}
