package org.lecturehalls.worker.recognition;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Tells plain text from binary data, and texts that name further sources from other texts. */
final class TextSniffer {

    private static final int LOOKED_AT = 4096;

    /** How playlists, concat scripts, session descriptions and manifests begin. */
    private static final List<String> SCRIPT_STARTS = List.of(
            "#extm3u",
            "ffconcat",
            "v=0",
            "[playlist]",
            "[reference]",
            "<asx",
            "<smil",
            "[internetshortcut]",
            "rtsptext");

    private static final List<String> SCRIPT_ELEMENTS =
            List.of("<mpd", "<smil", "<asx", "<playlist", "<smoothstreamingmedia");

    private TextSniffer() {}

    static boolean isText(byte[] bytes) {
        int length = Math.min(bytes.length, LOOKED_AT);
        for (int i = 0; i < length; i++) {
            int b = bytes[i] & 0xFF;
            boolean allowed = b >= 0x20 && b != 0x7F || b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == 0x1B;
            if (!allowed) {
                return false;
            }
        }
        return length > 0;
    }

    static boolean namesSources(byte[] bytes) {
        int length = Math.min(bytes.length, LOOKED_AT);
        String text = new String(bytes, 0, length, StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        if (SCRIPT_STARTS.stream().anyMatch(text::startsWith)) {
            return true;
        }
        boolean concat = text.lines().map(String::strip).anyMatch(line -> line.matches("file\\s+\\S.*"));
        boolean manifest = text.startsWith("<") && SCRIPT_ELEMENTS.stream().anyMatch(text::contains);
        return concat || manifest;
    }
}
