package org.lecturehalls.media;

/** Which half is there. */
enum OrphanKind {
    OBJECTS_WITHOUT_RECORD,
    RECORD_WITHOUT_OBJECTS
}
