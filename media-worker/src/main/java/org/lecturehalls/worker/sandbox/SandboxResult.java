package org.lecturehalls.worker.sandbox;

/**
 * How a program ended.
 *
 * @param exitCode its exit code; 128 + n when signal n ended it
 * @param end whether it ended by itself
 * @param errorTail the last lines it printed on standard error
 */
public record SandboxResult(int exitCode, End end, String errorTail) {

    /** Who ended the program. */
    public enum End {
        ITSELF,
        TIMED_OUT,
        TOO_MUCH_OUTPUT
    }

    public boolean successful() {
        return exitCode == 0 && end == End.ITSELF;
    }

    /** Whether a limit of time, memory, output or file size ended it, rather than the program's own judgement. */
    public boolean endedByLimit() {
        return end != End.ITSELF || exitCode > 128;
    }

    /** For one English sentence: how it ended. */
    public String describe() {
        return switch (end) {
            case TIMED_OUT -> "was stopped at its time limit";
            case TOO_MUCH_OUTPUT -> "was stopped because it printed too much";
            case ITSELF -> exitCode > 128 ? "was ended by signal " + (exitCode - 128) : "ended with code " + exitCode;
        };
    }
}
