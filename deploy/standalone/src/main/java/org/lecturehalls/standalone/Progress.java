package org.lecturehalls.standalone;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import org.lecturehalls.standalone.process.Notices;

/** Tells the person at the terminal how the start goes. */
final class Progress implements Notices {

    private final PrintStream out;
    private boolean lineOpen;

    Progress(PrintStream out) {
        this.out = out;
    }

    synchronized void starting(String part) {
        endLine();
        out.printf(Locale.ROOT, "  %-18s ", part);
        out.flush();
        lineOpen = true;
    }

    synchronized void ready(Duration taken) {
        out.printf(Locale.ROOT, "ready after %.1f s%n", taken.toMillis() / 1000.0);
        lineOpen = false;
    }

    @Override
    public synchronized void say(String sentence) {
        endLine();
        out.println(sentence);
    }

    private void endLine() {
        if (lineOpen) {
            out.println();
            lineOpen = false;
        }
    }
}
