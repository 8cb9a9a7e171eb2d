package org.lecturehalls.competitions;

import org.lecturehalls.media.contract.MediaKind;

/** What is entered. */
enum ContestKind {
    LECTURE_VIDEO(MediaKind.VIDEO),
    LESSON_PLAN(MediaKind.DOCUMENT);

    private final MediaKind media;

    ContestKind(MediaKind media) {
        this.media = media;
    }

    MediaKind media() {
        return media;
    }
}
