package org.lecturehalls.worker.work;

/** Why running work is stopped. */
public enum StopReason {
    /** Nobody wants the result any more. */
    CANCELLED,
    /** This worker goes away; another one shall do the work. */
    HANDED_BACK
}
