package org.lecturehalls.worker.work;

import org.lecturehalls.media.contract.MediaKind;

/**
 * What is known of a file before it is looked at. Names and types are claims, never trusted, and never part of a path or
 * a command.
 *
 * @param kind what the file is meant to be
 * @param fileName the name the person's file had
 * @param contentType the type the person's browser claimed; may be empty
 * @param whole whether a video is to be encoded here and now, however long it is
 */
public record Source(MediaKind kind, String fileName, String contentType, boolean whole) {

    /** A source of which a long video may be shared. */
    public Source(MediaKind kind, String fileName, String contentType) {
        this(kind, fileName, contentType, false);
    }
}
