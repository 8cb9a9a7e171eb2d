package org.lecturehalls.media.captions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.platform.InvalidInputException;

/**
 * A subtitle file as harmless WebVTT (W3C WebVTT 1).
 *
 * @param vtt the file
 * @param cues how many captions it has
 */
public record CaptionFile(String vtt, int cues) {

    /** Largest file that is looked at. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_CUES = 10_000;

    /** How long a caption is shown whose end lies before its start. */
    private static final long SHORT_MILLIS = 2_000;

    /**
     * Reads SubRip, WebVTT or SubStation Alpha in UTF-8, UTF-16, GB18030 or Big5. Captions are put in the order of time;
     * those without text or behind the video's end are left out, one that lasts beyond it ends with it.
     *
     * @param seconds length of the video
     * @throws InvalidInputException when nothing of it can be shown, or there is too much of it
     */
    public static CaptionFile read(byte[] bytes, double seconds) {
        String text = CaptionEncoding.decode(bytes);
        List<Cue> found = AssEvents.isOne(text) ? AssEvents.read(text) : TimedLines.read(text);
        List<Cue> shown = shown(found, Math.round(seconds * 1000));
        if (shown.isEmpty()) {
            throw new InvalidInputException(found.isEmpty() ? "caption-without-cues" : "caption-beyond-video");
        }
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        shown.forEach(cue -> append(vtt, cue));
        return new CaptionFile(vtt.toString(), shown.size());
    }

    static void refuseMany(int soFar) {
        if (soFar >= MOST_CUES) {
            throw new InvalidInputException("caption-too-many-cues", MOST_CUES);
        }
    }

    private static List<Cue> shown(List<Cue> found, long length) {
        List<Cue> shown = new ArrayList<>();
        for (Cue cue : found) {
            String text = CaptionText.clean(cue.text());
            long end = cue.end() > cue.start() ? cue.end() : cue.start() + SHORT_MILLIS;
            if (!text.isEmpty() && cue.start() < length) {
                shown.add(new Cue(cue.start(), Math.min(end, length), text));
            }
        }
        shown.sort(Comparator.comparingLong(Cue::start).thenComparingLong(Cue::end));
        return shown;
    }

    private static void append(StringBuilder vtt, Cue cue) {
        vtt.append('\n').append(time(cue.start())).append(" --> ").append(time(cue.end()));
        vtt.append('\n').append(cue.text()).append('\n');
    }

    private static String time(long millis) {
        long seconds = millis / 1000;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", seconds / 3600, seconds / 60 % 60, seconds % 60, millis % 1000);
    }
}
