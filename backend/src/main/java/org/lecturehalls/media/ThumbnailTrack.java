package org.lecturehalls.media;

import java.util.Locale;
import java.util.function.UnaryOperator;
import org.lecturehalls.media.contract.FilmPictures.Strip;

/**
 * The small pictures of the seek bar as WebVTT, which is how players expect it: each cue names a sheet and where on it the
 * picture is (W3C Media Fragments, {@code #xywh}).
 */
final class ThumbnailTrack {

    private static final long MILLIS = 1000;

    private ThumbnailTrack() {}

    /** @param address where a sheet can be read */
    static String of(Strip strip, UnaryOperator<String> address) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        int onSheet = strip.columns() * strip.rows();
        for (int tile = 0; tile < strip.tiles(); tile++) {
            String sheet = strip.sheetKeys().get(tile / onSheet);
            int x = tile % strip.columns() * strip.width();
            int y = tile % onSheet / strip.columns() * strip.height();
            text.append('\n')
                    .append(time(tile * strip.secondsApart()))
                    .append(" --> ")
                    .append(time((tile + 1) * strip.secondsApart()))
                    .append('\n')
                    .append(address.apply(sheet))
                    .append("#xywh=%d,%d,%d,%d\n".formatted(x, y, strip.width(), strip.height()));
        }
        return text.toString();
    }

    private static String time(double seconds) {
        long millis = Math.round(seconds * MILLIS);
        long whole = millis / MILLIS;
        return String.format(
                Locale.ROOT, "%02d:%02d:%02d.%03d", whole / 3600, whole / 60 % 60, whole % 60, millis % MILLIS);
    }
}
