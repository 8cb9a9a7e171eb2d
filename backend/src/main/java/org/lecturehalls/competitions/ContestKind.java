package org.lecturehalls.competitions;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;

/** What is entered. */
enum ContestKind {
    LECTURE_VIDEO(MediaKind.VIDEO),
    LESSON_PLAN(MediaKind.DOCUMENT),
    /** Lecturers enter themselves; what is judged is the dossier of their work. */
    OUTSTANDING_LECTURER(null);

    private final @Nullable MediaKind media;

    ContestKind(@Nullable MediaKind media) {
        this.media = media;
    }

    /** What kind of asset is entered; null when none is. */
    @Nullable
    MediaKind media() {
        return media;
    }

    boolean takesMedia() {
        return media != null;
    }
}
