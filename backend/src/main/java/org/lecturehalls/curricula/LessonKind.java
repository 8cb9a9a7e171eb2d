package org.lecturehalls.curricula;

import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.InvalidInputException;

/** What one does in a lesson. */
public enum LessonKind {
    VIDEO,
    DOCUMENT,
    /** Questions that the platform marks. */
    QUIZ,
    /** A session in a hall. */
    SESSION;

    /** @throws InvalidInputException when it is nothing to watch or read */
    static LessonKind of(MediaKind kind) {
        return switch (kind) {
            case VIDEO -> VIDEO;
            case DOCUMENT -> DOCUMENT;
            case PHOTO -> throw new InvalidInputException("unknown-kind");
        };
    }
}
