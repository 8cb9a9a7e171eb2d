package org.lecturehalls.worker.sandbox;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out once, at the start, which isolation this machine allows. */
final class IsolationProbe {

    private static final Logger LOG = LoggerFactory.getLogger(IsolationProbe.class);

    private IsolationProbe() {}

    /** The strongest isolation that works here. */
    static Isolation strongest() {
        for (Isolation isolation : Isolation.values()) {
            if (works(isolation)) {
                LOG.info("Programs run with isolation {}, no network: {}", isolation, isolation.networkless());
                return isolation;
            }
        }
        throw new IllegalStateException(
                "Cannot run programs with limits: setpriv and prlimit (Debian package util-linux) are needed");
    }

    private static boolean works(Isolation isolation) {
        List<String> command = new ArrayList<>(isolation.prefix());
        command.addAll(List.of("prlimit", "--nofile=64", "true"));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
