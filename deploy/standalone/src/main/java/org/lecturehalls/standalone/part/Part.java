package org.lecturehalls.standalone.part;

import java.io.IOException;
import java.time.Duration;

/** One thing that the platform consists of. */
public interface Part {

    /** Name for people, as it stands in progress lines and errors. */
    String name();

    /** Where it can be reached, for the table shown at the end. */
    String address();

    /** Begins to start. The part may answer only some time later. */
    void start() throws IOException, InterruptedException;

    /**
     * Asks the part itself whether it answers.
     *
     * @throws StartFailure when it will never be ready
     */
    boolean ready() throws InterruptedException;

    /** What remains to be done once the part answers, before the next one starts. */
    default void settle() throws IOException, InterruptedException {}

    /** How long {@link #ready()} may take to become true. */
    default Duration patience() {
        return Duration.ofSeconds(60);
    }

    /** Where to read what went wrong. */
    String log();

    /** Stops it and everything it started. Does nothing when it does not run. */
    void stop();
}
