package org.lecturehalls.media;

/** How far an asset's job has come. */
enum JobState {
    QUEUED,
    RUNNING,
    DONE,
    REFUSED,
    FAILED
}
