package org.lecturehalls.curricula;

import org.lecturehalls.media.contract.MediaKind;

/** What one does in a lesson. */
enum LessonKind {
    VIDEO,
    DOCUMENT,
    /** Questions that the platform marks. */
    QUIZ,
    /** A session in a hall. */
    SESSION;

    static LessonKind of(MediaKind kind) {
        return switch (kind) {
            case VIDEO -> VIDEO;
            case DOCUMENT -> DOCUMENT;
        };
    }
}
