package org.lecturehalls.media;

/** How far the plain files of a video are. */
public enum OfflineState {
    /** Nobody has asked for them. */
    NONE,
    /** They are being made. There may be others meanwhile, which are called by an earlier title. */
    WAITING,
    READY,
    FAILED
}
