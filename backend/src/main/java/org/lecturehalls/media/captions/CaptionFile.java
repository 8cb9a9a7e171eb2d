package org.lecturehalls.media.captions;

import java.util.List;
import java.util.Locale;
import org.lecturehalls.platform.InvalidInputException;

/**
 * A subtitle file as harmless WebVTT (W3C WebVTT 1).
 *
 * @param vtt the file
 * @param cues how many captions it has
 * @param found what the file was, and what had to be done to it
 */
public record CaptionFile(String vtt, int cues, Found found) {

    /**
     * What a file was.
     *
     * @param encoding as IANA calls it, for example {@code GB18030}
     * @param format {@code srt}, {@code vtt} or {@code ass}
     * @param dropped captions without text, or behind the video's end
     * @param shortened captions that would have lasted beyond the video's end, or had none
     * @param cleaned captions of which something was taken out: other tags than bold, italics and underlining, signs that
     *     cannot be seen, or lines beyond what fits
     */
    public record Found(String encoding, String format, int dropped, int shortened, int cleaned) {}

    /** Largest file that is looked at. */
    public static final int MOST_BYTES = 1 << 20;

    private static final int MOST_CUES = 10_000;

    /**
     * Reads SubRip, WebVTT or SubStation Alpha in UTF-8, UTF-16, GB18030 or Big5. Captions are put in the order of time;
     * those without text or behind the video's end are left out, one that lasts beyond it ends with it.
     *
     * @param seconds length of the video
     * @throws InvalidInputException when nothing of it can be shown, or there is too much of it
     */
    public static CaptionFile read(byte[] bytes, double seconds) {
        CaptionEncoding.Decoded decoded = CaptionEncoding.decode(bytes);
        String text = decoded.text();
        boolean ass = AssEvents.isOne(text);
        List<Cue> found = ass ? AssEvents.read(text) : TimedLines.read(text);
        Cleaning cleaning = new Cleaning(Math.round(seconds * 1000));
        List<Cue> shown = cleaning.shown(found);
        if (shown.isEmpty()) {
            throw new InvalidInputException(found.isEmpty() ? "caption-without-cues" : "caption-beyond-video");
        }
        StringBuilder vtt = new StringBuilder("WEBVTT\n");
        shown.forEach(cue -> append(vtt, cue));
        String format = ass ? "ass" : text.startsWith("WEBVTT") ? "vtt" : "srt";
        return new CaptionFile(vtt.toString(), shown.size(), cleaning.report(decoded.encoding(), format));
    }

    static void refuseMany(int soFar) {
        if (soFar >= MOST_CUES) {
            throw new InvalidInputException("caption-too-many-cues", MOST_CUES);
        }
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
