package org.lecturehalls.history;

/** What happened to a record. */
public enum ChangeKind {
    CREATED,
    CHANGED,
    DELETED,
    RESTORED
}
