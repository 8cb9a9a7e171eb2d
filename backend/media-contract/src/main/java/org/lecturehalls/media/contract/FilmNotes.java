package org.lecturehalls.media.contract;

import java.util.List;

/**
 * What was noticed in the picture and the sound of a source while it was encoded. Bare measurements: what of it people are told
 * is decided where everything is together.
 *
 * @param notes at most {@link #MOST}, in the order of time for each kind
 */
public record FilmNotes(List<Note> notes) {

    /** Most notes of a message. */
    public static final int MOST = 1_000;

    /** What a note says of its stretch. */
    public enum Kind {
        /** Nobody speaks: at least a second far below the usual level, or without any sound. */
        PAUSE,
        /** Sound that reaches the highest level there is, again and again. */
        CLIPPED,
        /** All of the sound is too soft to be understood well. */
        QUIET,
        /** Nothing but black. */
        BLACK,
        /** The same picture over and over. */
        FROZEN,
        /** Another picture than before begins here. */
        SCENE
    }

    /**
     * A stretch of the presentation.
     *
     * @param from seconds
     * @param to seconds; the same for what happens at a moment
     */
    public record Note(Kind kind, double from, double to) {}
}
