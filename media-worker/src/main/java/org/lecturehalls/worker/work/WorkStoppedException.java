package org.lecturehalls.worker.work;

/** The work was told to stop. */
public final class WorkStoppedException extends WorkException {

    private final StopReason reason;

    public WorkStoppedException(StopReason reason) {
        super("stopped: " + reason);
        this.reason = reason;
    }

    public StopReason reason() {
        return reason;
    }
}
