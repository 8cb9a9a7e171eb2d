package org.lecturehalls.media;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.Product.Rung;
import org.lecturehalls.media.Product.Sound;

/**
 * HLS playlists (RFC 8216, version 7) of what a job made: fragmented MP4, one object for each rendition or for
 * each chunk of one, segments as byte ranges of it, the sound as a group of its own that is also offered alone, for the weakest lines.
 */
final class Playlists {

    private static final String HEAD = "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n";
    private static final String GROUP = "sound";
    private static final String CAPTIONS = "captions";
    private static final String SOUND_FILE = Track.SOUND + ".m3u8";

    private Playlists() {}

    /** @param query what is added to the addresses of the other playlists; empty or beginning with a question mark */
    static String master(Product product, List<Caption> captions, String query) {
        StringBuilder text = new StringBuilder(HEAD);
        Sound sound = product.sound();
        if (sound != null && !product.rungs().isEmpty()) {
            text.append("#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID=\"%s\",NAME=\"%s\",DEFAULT=YES,AUTOSELECT=YES"
                            .formatted(GROUP, GROUP))
                    .append(",CHANNELS=\"%d\",URI=\"%s%s\"\n".formatted(sound.channels(), SOUND_FILE, query));
        }
        captions.forEach(caption -> append(text, caption, query));
        String words = captions.isEmpty() ? "" : ",SUBTITLES=\"" + CAPTIONS + "\"";
        product.rungs().forEach(rung -> append(text, rung, sound, words, query));
        if (sound != null) {
            append(text, sound, words, query);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Caption caption, String query) {
        text.append("#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID=\"%s\",NAME=\"%s\",LANGUAGE=\"%s\""
                        .formatted(CAPTIONS, caption.name(), caption.language()))
                .append(",DEFAULT=NO,AUTOSELECT=YES,FORCED=NO")
                .append(",URI=\"%s/%s.m3u8%s\"\n".formatted(CAPTIONS, caption.language(), query));
    }

    /** Captions are small, so all are one segment. */
    static String captions(String language, double seconds, String query) {
        return "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-TARGETDURATION:" + (long) Math.ceil(seconds)
                + "\n#EXT-X-MEDIA-SEQUENCE:0\n#EXT-X-PLAYLIST-TYPE:VOD\n#EXTINF:" + number(seconds) + ",\n"
                + language + ".vtt" + query + "\n#EXT-X-ENDLIST\n";
    }

    private static void append(StringBuilder text, Rung rung, @Nullable Sound sound, String words, String query) {
        long peak = rung.peakBitrate() + (sound == null ? 0 : sound.peakBitrate());
        long average = rung.averageBitrate() + (sound == null ? 0 : sound.averageBitrate());
        String codecs = rung.codecs() + (sound == null ? "" : "," + sound.codecs());
        text.append("#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\",RESOLUTION=%dx%d"
                        .formatted(peak, average, codecs, rung.width(), rung.height()))
                .append(",FRAME-RATE=")
                .append(number(rung.frameRate()))
                .append(sound == null ? "" : ",AUDIO=\"" + GROUP + "\"")
                .append(words)
                .append('\n')
                .append(rung.name())
                .append(".m3u8")
                .append(query)
                .append('\n');
    }

    private static void append(StringBuilder text, Sound sound, String words, String query) {
        text.append("#EXT-X-STREAM-INF:BANDWIDTH=%d,AVERAGE-BANDWIDTH=%d,CODECS=\"%s\""
                        .formatted(sound.peakBitrate(), sound.averageBitrate(), sound.codecs()))
                .append(words)
                .append('\n')
                .append(SOUND_FILE)
                .append(query)
                .append('\n');
    }

    /** @param address where an object can be read */
    static String media(List<Stretch> stretches, UnaryOperator<String> address) {
        return head(stretches) + "#EXT-X-PLAYLIST-TYPE:VOD\n" + segments(stretches, address) + "#EXT-X-ENDLIST\n";
    }

    /** A playlist that grows, to be watched from its start. Players read it again until it has an end. */
    static String growing(List<Stretch> stretches, UnaryOperator<String> address) {
        return head(stretches)
                + "#EXT-X-PLAYLIST-TYPE:EVENT\n#EXT-X-START:TIME-OFFSET=0,PRECISE=YES\n"
                + segments(stretches, address);
    }

    private static String head(List<Stretch> stretches) {
        double longest = stretches.stream()
                .flatMap(stretch -> stretch.seconds().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        return HEAD + "#EXT-X-TARGETDURATION:" + (long) Math.ceil(longest) + "\n#EXT-X-MEDIA-SEQUENCE:0\n";
    }

    /** One map serves all objects whose initialisation sections are equal. */
    private static String segments(List<Stretch> stretches, UnaryOperator<String> address) {
        StringBuilder text = new StringBuilder();
        String mapped = null;
        for (Stretch stretch : stretches) {
            String url = address.apply(stretch.key());
            if (stretch.initBytes() > 0 && !stretch.initHash().equals(mapped)) {
                text.append("#EXT-X-MAP:URI=\"%s\",BYTERANGE=\"%d@0\"\n".formatted(url, stretch.initBytes()));
                mapped = stretch.initHash();
            }
            append(text, stretch, url);
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Stretch stretch, String url) {
        long offset = stretch.firstOffset();
        for (int i = 0; i < stretch.lengths().size(); i++) {
            long length = stretch.lengths().get(i);
            append(text, stretch.seconds().get(i), length, offset, url);
            offset += length;
        }
    }

    private static void append(StringBuilder text, double seconds, long length, long offset, String url) {
        text.append("#EXTINF:")
                .append(number(seconds))
                .append(",\n#EXT-X-BYTERANGE:")
                .append(length)
                .append('@')
                .append(offset)
                .append('\n')
                .append(url)
                .append('\n');
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }
}
