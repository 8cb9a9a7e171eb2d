package org.lecturehalls.exchange;

/** Where an import stands. */
enum ImportState {
    /** The dry run is going on or about to. */
    CHECKING,
    /** All rows are right; nothing has been written. */
    CHECKED,
    /** Rows or the file are wrong; nothing has been written. */
    REFUSED,
    /** Rows are being written. After a crash it goes on from the start, which changes nothing twice. */
    APPLYING,
    APPLIED,
    /** Written but for some rows that somebody else's change made impossible meanwhile; they are named. */
    INCOMPLETE,
    /** Given up after several tries. */
    FAILED;

    boolean isAtWork() {
        return this == CHECKING || this == APPLYING;
    }
}
