package org.lecturehalls.notices;

/** Where a notice stands. */
enum NoticeState {
    /** Its recipients are being written down. */
    SENDING,
    SENT,
    REVOKED
}
