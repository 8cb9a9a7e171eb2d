package org.lecturehalls.media;

/** How far an upload has come. */
enum UploadState {
    /** Written down, but not yet begun at the store. */
    STARTING,
    OPEN,
    /** The store makes one object of the parts. */
    COMPLETING,
    COMPLETED,
    ABORTED,
    EXPIRED
}
