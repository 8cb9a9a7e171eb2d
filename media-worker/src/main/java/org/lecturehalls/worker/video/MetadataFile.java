package org.lecturehalls.worker.video;

import java.util.regex.Pattern;

/**
 * The file by which ffmpeg is told what a file is called, in its format FFMETADATA1. What people typed gets into a file by this
 * way only: no command line ever holds it. Source of the format: the section "Metadata" of ffmpeg-formats(1).
 */
final class MetadataFile {

    private static final String HEAD = ";FFMETADATA1\n";

    /** Signs that mean something in the format; after a backslash they do not. */
    private static final Pattern SPECIAL = Pattern.compile("[=;#\\\\\n]");

    /** No title has any, and some of them end what is read. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\n]]");

    private MetadataFile() {}

    /** @param album left out when empty */
    static String of(String title, String album) {
        return HEAD + line("title", title) + (album.isEmpty() ? "" : line("album", album));
    }

    private static String line(String name, String value) {
        String clean = CONTROL.matcher(value).replaceAll(" ");
        if (clean.endsWith("\\")) {
            // ffmpeg takes the end of the line for a part of the value whenever a backslash stands before it, escaped
            // or not.
            clean += " ";
        }
        return name + "=" + SPECIAL.matcher(clean).replaceAll("\\\\$0") + "\n";
    }
}
