package org.lecturehalls.media;

/** How far an asset has come. */
public enum MediaState {
    /** The job is queued or runs. */
    PROCESSING,
    /** Can be played or read. */
    READY,
    /** The file is not acceptable; a repeat would not help. */
    REFUSED,
    /** The job failed; a repeat may help. */
    FAILED
}
