package org.lecturehalls.media;

/** What a job makes. */
enum JobWork {
    /** What is played or read, of what was uploaded. */
    ASSET,
    /** Plain files of a video, for halls with no network. */
    PACK
}
