package org.lecturehalls.worker.work;

/** The attempt failed for a reason that may pass. */
public final class WorkFailedException extends WorkException {

    private final String outputTail;

    public WorkFailedException(String detail) {
        this(detail, "");
    }

    /**
     * @param detail one English sentence
     * @param outputTail the last lines the external program printed
     */
    public WorkFailedException(String detail, String outputTail) {
        super(detail);
        this.outputTail = outputTail;
    }

    public String outputTail() {
        return outputTail;
    }
}
