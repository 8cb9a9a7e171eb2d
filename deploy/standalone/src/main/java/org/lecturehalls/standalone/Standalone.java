package org.lecturehalls.standalone;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lecturehalls.standalone.broker.BrokerPart;
import org.lecturehalls.standalone.part.PortNeed;
import org.lecturehalls.standalone.part.StartFailure;
import org.lecturehalls.standalone.process.Leftovers;

/** Starts every part on one machine, and stops them when it is told to. */
public final class Standalone {

    private static final long BYTES_NEEDED = 2L * 1024 * 1024 * 1024;
    private static final int FAILED = 1;
    private static final Duration LONGEST_STOP = Duration.ofMinutes(3);

    private final Options options;
    private final Outside outside;
    private final PrintStream out;

    private Standalone(Options options, Outside outside, PrintStream out) {
        this.options = options;
        this.outside = outside;
        this.out = out;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        BrokerPart.letNettyFreeMemory();
        try {
            new Standalone(OptionsParser.parse(List.of(arguments)), new Outside(System.getenv()), out).run();
        } catch (StartFailure | IOException e) {
            System.err.println("\nlecture-halls: " + e.getMessage());
            System.exit(FAILED);
        } catch (InterruptedException e) {
            // Told to stop while starting; the shutdown hook has seen to it.
            Thread.currentThread().interrupt();
        }
    }

    private void run() throws IOException, InterruptedException {
        try (DataFolder data = DataFolder.open(options.data(), BYTES_NEEDED)) {
            logTo(data.log("standalone"));
            Progress progress = new Progress(out);
            int ended = Leftovers.end(data.root());
            if (ended > 0) {
                progress.say("Ended " + ended + " processes that an earlier run had left behind.");
            }
            PortNeed.requireFree(options.portNeeds(outside));
            runParts(data, progress);
        }
    }

    private void runParts(DataFolder data, Progress progress) throws IOException, InterruptedException {
        Secrets secrets = Secrets.in(data.path("secrets.properties"));
        Connections connections = new Connections(options, outside, secrets);
        Platform platform = new Platform(
                new PlatformParts(options, outside, data, secrets, connections, progress).inOrder(), progress);
        CountDownLatch mainIsDone = new CountDownLatch(1);
        stopWhenTold(platform, progress, mainIsDone);
        try {
            platform.start();
            connections.write(data.path("connection.env"));
            progress.say(Summary.of(options, outside, connections, data.root()));
            platform.awaitStopRequest();
        } finally {
            platform.stop();
            mainIsDone.countDown();
        }
    }

    /** The hook only asks: the main thread stops the parts, so that nothing starts behind its back. */
    private static void stopWhenTold(Platform platform, Progress progress, CountDownLatch mainIsDone) {
        Thread main = Thread.currentThread();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (mainIsDone.getCount() == 0) {
                                return;
                            }
                            progress.say("\nStopping …");
                            platform.requestStop();
                            main.interrupt();
                            awaitQuietly(mainIsDone);
                            progress.say("Stopped.");
                        },
                        "stop"));
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            if (!latch.await(LONGEST_STOP.toSeconds(), TimeUnit.SECONDS)) {
                System.err.println("lecture-halls: not everything stopped in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Must come before the first logger is made. */
    private static void logTo(Path file) {
        System.setProperty("standalone.log", file.toString());
    }
}
