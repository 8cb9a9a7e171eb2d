package org.lecturehalls.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lecturehalls.standalone.part.Part;
import org.lecturehalls.standalone.part.PortNeed;
import org.lecturehalls.standalone.part.StartFailure;

class PlatformTest {

    private final List<String> events = new ArrayList<>();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final Progress progress = new Progress(new PrintStream(shown, true, StandardCharsets.UTF_8));

    @Test
    void startsInOrderAndStopsTheOtherWayRound() throws InterruptedException {
        Platform platform = new Platform(List.of(new Recorded("a", true), new Recorded("b", true)), progress);

        platform.start();
        platform.stop();

        assertThat(events).containsExactly("start a", "settle a", "start b", "settle b", "stop b", "stop a");
        assertThat(shown.toString(StandardCharsets.UTF_8)).contains("a", "b", "ready after");
    }

    @Test
    void stopsWhatHasStartedWhenAPartDoesNotAnswer() {
        Platform platform = new Platform(List.of(new Recorded("a", true), new Recorded("b", false)), progress);

        assertThatThrownBy(platform::start)
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("b did not answer")
                .hasMessageContaining("log of b");
        assertThat(events).containsExactly("start a", "settle a", "start b", "stop b", "stop a");
    }

    @Test
    void startsNothingMoreOnceItIsToldToStop() {
        Platform platform = new Platform(List.of(new Recorded("a", true)), progress);

        platform.requestStop();

        assertThatThrownBy(platform::start).isInstanceOf(InterruptedException.class);
        assertThat(events).isEmpty();
    }

    @Test
    void namesATakenPortAndWhoWantedIt() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            int port = taken.getLocalPort();
            List<PortNeed> needs = List.of(new PortNeed("Keycloak", port, "--keycloak-port"));

            assertThatThrownBy(() -> PortNeed.requireFree(needs))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage("Port " + port + " is taken, but Keycloak needs it. Free it, or choose another with"
                            + " --keycloak-port PORT.");
        }
    }

    private final class Recorded implements Part {

        private final String name;
        private final boolean answers;

        private Recorded(String name, boolean answers) {
            this.name = name;
            this.answers = answers;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String address() {
            return "";
        }

        @Override
        public void start() {
            events.add("start " + name);
        }

        @Override
        public boolean ready() {
            return answers;
        }

        @Override
        public void settle() {
            events.add("settle " + name);
        }

        @Override
        public Duration patience() {
            return Duration.ofMillis(200);
        }

        @Override
        public String log() {
            return "log of " + name;
        }

        @Override
        public void stop() {
            events.add("stop " + name);
        }
    }
}
