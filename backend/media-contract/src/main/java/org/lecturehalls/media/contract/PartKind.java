package org.lecturehalls.media.contract;

/** Parts of a video that workers share. */
public enum PartKind {
    /** The whole sound; stored piece by piece while it is encoded. */
    SOUND,
    /** All rungs of one stretch of the picture. */
    CHUNK,
    /** The poster. */
    PICTURES,
    /** The last look before everything is published. */
    CHECK
}
