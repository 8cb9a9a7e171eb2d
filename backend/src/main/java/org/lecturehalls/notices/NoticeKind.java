package org.lecturehalls.notices;

/** What a notice is about. All but the first are sent by the platform itself. */
enum NoticeKind {
    DEPARTMENT,
    SESSION_REMINDER,
    SESSION_MOVED,
    SESSION_CHANGED,
    SESSION_CANCELLED,
    RECORD_DUE,
    REQUEST_ANSWERED,
    CERTIFICATE_EXPIRES
}
