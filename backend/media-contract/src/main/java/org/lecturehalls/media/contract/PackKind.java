package org.lecturehalls.media.contract;

/** Plain files that are made of a ready video for halls with no network. */
public enum PackKind {
    /** Picture and sound as one MP4. */
    VIDEO,
    /** The sound alone as M4A. */
    SOUND
}
