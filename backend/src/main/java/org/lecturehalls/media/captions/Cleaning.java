package org.lecturehalls.media.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Makes the captions of a file harmless and fit for a video, and counts what had to be done. */
final class Cleaning {

    /** How long a caption is shown whose end lies before its start. */
    private static final long SHORT_MILLIS = 2_000;

    private final long length;
    private int dropped;
    private int shortened;
    private int cleaned;

    /** @param length of the video in milliseconds */
    Cleaning(long length) {
        this.length = length;
    }

    /** Those that can be shown, in the order of time. */
    List<Cue> shown(List<Cue> found) {
        List<Cue> shown = new ArrayList<>();
        for (Cue cue : found) {
            CaptionText text = CaptionText.of(cue.text());
            if (text.clean().isEmpty() || cue.start() >= length) {
                dropped++;
            } else {
                cleaned += text.changed() ? 1 : 0;
                shown.add(new Cue(cue.start(), end(cue), text.clean()));
            }
        }
        shown.sort(Comparator.comparingLong(Cue::start).thenComparingLong(Cue::end));
        return shown;
    }

    private long end(Cue cue) {
        long end = cue.end() > cue.start() ? cue.end() : cue.start() + SHORT_MILLIS;
        shortened += end > length || end != cue.end() ? 1 : 0;
        return Math.min(end, length);
    }

    CaptionFile.Found report(String encoding, String format) {
        return new CaptionFile.Found(encoding, format, dropped, shortened, cleaned);
    }
}
