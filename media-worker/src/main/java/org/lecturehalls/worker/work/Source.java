package org.lecturehalls.worker.work;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.media.contract.SoundChoice;

/**
 * What is known of a file before it is looked at. Names and types are claims, never trusted, and never part of a path or
 * a command.
 *
 * @param kind what the file is meant to be
 * @param fileName the name the person's file had
 * @param contentType the type the person's browser claimed; may be empty
 * @param sound what the person says is heard in it
 * @param soundTrack which of the file's sounds is to be heard, from 0; null for the usual one
 * @param fullHd whether the picture is wanted at 1080 lines too
 * @param whole whether a video is to be encoded here and now, however long it is
 */
public record Source(
        MediaKind kind,
        String fileName,
        String contentType,
        SoundChoice sound,
        @Nullable Integer soundTrack,
        boolean fullHd,
        boolean whole) {

    /** Speech, of which a long video may be shared. */
    public Source(MediaKind kind, String fileName, String contentType) {
        this(kind, fileName, contentType, SoundChoice.SPEECH, null, false, false);
    }
}
