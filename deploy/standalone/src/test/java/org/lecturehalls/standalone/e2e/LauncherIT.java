package org.lecturehalls.standalone.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person sees when the platform cannot start. */
@EndToEnd
class LauncherIT {

    @TempDir
    private Path data;

    @Test
    void namesTheTakenPort(RunningPlatform platform) throws Exception {
        String port = platform.url().substring(platform.url().lastIndexOf(':') + 1);

        assertThat(launch(platform, "--data", data.toString(), "--port", port))
                .containsExactly("lecture-halls: Port " + port
                        + " is taken, but the web app needs it. Free it, or choose another with --port PORT.");
    }

    @Test
    void saysThatAPlatformRunsAlready(RunningPlatform platform) throws Exception {
        assertThat(launch(platform, "--data", platform.data().toString()))
                .singleElement()
                .asString()
                .startsWith("lecture-halls: A platform already runs on the data folder");
    }

    @Test
    void saysWhatIsNotAnOption(RunningPlatform platform) throws Exception {
        assertThat(launch(platform, "--prot", "1"))
                .containsExactly("lecture-halls: Unknown option --prot. Options are described by deploy/up.sh --help.");
    }

    private static List<String> launch(RunningPlatform platform, String... options) throws Exception {
        List<String> command =
                new ArrayList<>(List.of(platform.home().resolve("deploy/up.sh").toString(), "--no-build"));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process launcher = builder.start();
        String said = new String(launcher.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(launcher.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(launcher.exitValue()).as(said).isEqualTo(1);
        return said.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("Starting with"))
                .toList();
    }
}
