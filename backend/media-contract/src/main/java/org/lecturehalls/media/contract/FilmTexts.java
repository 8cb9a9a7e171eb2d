package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a video or audio file brought along in words.
 *
 * @param chapters in the order of time; empty when there are none
 * @param subtitles text tracks, the default one first; empty when there are none
 */
public record FilmTexts(List<Chapter> chapters, List<Subtitles> subtitles) {

    /** Most chapters. */
    public static final int MOST_CHAPTERS = 100;

    /** Most text tracks. */
    public static final int MOST_SUBTITLES = 10;

    /** Longest title, in characters. */
    public static final int MOST_TITLE = 100;

    /** @param seconds when it begins */
    public record Chapter(double seconds, String title) {}

    /**
     * A text track.
     *
     * @param key object key (WebVTT as the worker's tools write it: not cleaned, to be treated like anybody's upload)
     * @param language as the file says it, for example {@code chi}; null when it does not
     * @param title as the file says it; null when it does not
     */
    public record Subtitles(
            String key, @Nullable String language, @Nullable String title) {}
}
