package org.lecturehalls.worker.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lecturehalls.media.contract.JobFailed;
import org.lecturehalls.worker.sandbox.SandboxResult.End;
import org.lecturehalls.worker.work.StopReason;
import org.lecturehalls.worker.work.StopSignal;
import org.lecturehalls.worker.work.WorkStoppedException;
import org.springframework.util.unit.DataSize;

class SandboxTest {

    private static final SandboxLimits LIMITS = new SandboxLimits(
            Duration.ofSeconds(20),
            Duration.ofSeconds(20),
            DataSize.ofGigabytes(1),
            DataSize.ofMegabytes(1),
            DataSize.ofKilobytes(64));

    @TempDir
    Path folder;

    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void returnsWhatTheProgramPrintsAndItsExitCode() throws Exception {
        Sandbox.CapturedResult result = shell("echo out; echo err >&2; exit 7", LIMITS);

        assertThat(result.text()).isEqualTo("out\n");
        assertThat(result.result()).isEqualTo(new SandboxResult(7, End.ITSELF, "err"));
    }

    @Test
    void killsTheWholeTreeAtTheTimeLimit() throws Exception {
        SandboxLimits short1 = LIMITS.withTime(Duration.ofMillis(500), Duration.ofSeconds(20));

        SandboxResult result = shell("sleep 4321 & sleep 4321", short1).result();

        assertThat(result.end()).isEqualTo(End.TIMED_OUT);
        assertThat(result.endedByLimit()).isTrue();
        assertThat(sleepers("4321")).isZero();
    }

    @Test
    void killsTheProgramWhenTheWorkIsStopped() throws Exception {
        StopSignal stop = new StopSignal();
        CountDownLatch started = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread work = new Thread(() -> {
            try {
                sandbox.run(command("echo on; sleep 4322", LIMITS), stop, line -> started.countDown());
            } catch (Exception e) {
                end.set(e);
            }
        });
        work.start();
        started.await();

        stop.stop(StopReason.CANCELLED);
        work.join(2_000);

        assertThat(end.get()).isInstanceOf(WorkStoppedException.class);
        assertThat(sleepers("4322")).isZero();
    }

    @Test
    void doesNotStartWhatIsStoppedAlready() {
        StopSignal stop = new StopSignal();
        stop.stop(StopReason.HANDED_BACK);

        assertThatThrownBy(() -> sandbox.capture(command("touch started", LIMITS), stop))
                .isInstanceOf(WorkStoppedException.class);
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void endsAProgramThatPrintsTooMuch() throws Exception {
        assertThat(shell("yes", LIMITS).result().end()).isEqualTo(End.TOO_MUCH_OUTPUT);
    }

    @Test
    void keepsTheEndOfALongErrorOutput() throws Exception {
        String tail = shell("seq 1 100000 >&2", LIMITS).result().errorTail();

        assertThat(tail).hasSizeLessThanOrEqualTo(JobFailed.MAX_TAIL).endsWith("99999\n100000");
    }

    @Test
    void boundsTheSizeOfFiles() throws Exception {
        shell("head -c 3000000 /dev/zero > file", LIMITS);

        assertThat(Files.size(folder.resolve("file")))
                .isEqualTo(DataSize.ofMegabytes(1).toBytes());
    }

    @Test
    void boundsMemory() throws Exception {
        SandboxLimits little = new SandboxLimits(
                Duration.ofSeconds(20),
                Duration.ofSeconds(20),
                DataSize.ofMegabytes(200),
                LIMITS.fileSize(),
                LIMITS.output());

        assertThat(shell("head -c 400000000 /dev/zero | tail -n 1 | wc -c", little)
                        .text())
                .isNotEqualTo("400000000\n");
    }

    @Test
    void showsNothingOfTheWorkersEnvironment() throws Exception {
        String variables =
                shell("env | cut -d= -f1 | sort | tr '\\n' ' '", LIMITS).text();

        assertThat(variables.strip().split(" "))
                .containsOnly("HOME", "LANG", "MALLOC_ARENA_MAX", "PATH", "PWD", "TMPDIR", "XDG_RUNTIME_DIR");
    }

    @Test
    void hasNoNetworkWhereTheMachineAllowsThat() throws Exception {
        String devices =
                shell("tail -n +3 /proc/net/dev | cut -d: -f1", LIMITS).text().strip();

        assertThat(devices.equals("lo") || !sandbox.isolation().networkless()).isTrue();
    }

    @Test
    void worksWithTheWeakestIsolationToo() throws Exception {
        try (Sandbox weak = new Sandbox(Isolation.LIMITS_ONLY)) {
            assertThat(weak.capture(command("echo fine", LIMITS), new StopSignal())
                            .text())
                    .isEqualTo("fine\n");
        }
    }

    private Sandbox.CapturedResult shell(String script, SandboxLimits limits) throws Exception {
        return sandbox.capture(command(script, limits), new StopSignal());
    }

    private SandboxCommand command(String script, SandboxLimits limits) {
        return new SandboxCommand(List.of("sh", "-c", script), folder, folder, limits);
    }

    private static long sleepers(String seconds) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").endsWith("sleep " + seconds))
                .count();
    }
}
