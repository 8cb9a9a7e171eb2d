package org.lecturehalls.media.contract;

import org.jspecify.annotations.Nullable;

/**
 * One of the sounds that a source carries and that can be heard: another language, the camera's microphone, the mixing desk.
 *
 * @param index which of the file's sounds it is, from 0; sounds that cannot be decoded are counted but not listed
 * @param language as the file says it, for example {@code chi}; null when it does not. At most {@link #MOST_LANGUAGE}
 *     characters, none of them unseen
 * @param title as the file says it; null when it does not. At most {@link #MOST_TITLE} characters, none of them unseen
 * @param codec ffmpeg's name of how it is coded, for example {@code aac}
 * @param channels number of channels; 0 when not known
 * @param seconds how long it is; null when not known
 * @param usual whether it is the one that is heard when nobody has chosen; true for exactly one of a source
 */
public record SoundTrack(
        int index,
        @Nullable String language,
        @Nullable String title,
        String codec,
        int channels,
        @Nullable Double seconds,
        boolean usual) {

    /** Most sounds of a source that are listed. */
    public static final int MOST = 16;

    /** Longest title, in characters as people count them. */
    public static final int MOST_TITLE = 100;

    /** Longest language, in characters. */
    public static final int MOST_LANGUAGE = 20;
}
