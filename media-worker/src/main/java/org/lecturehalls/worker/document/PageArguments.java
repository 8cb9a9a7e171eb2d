package org.lecturehalls.worker.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.worker.document.pdf.PdfTool;

/** The ffmpeg command that makes pictures of drawn pages. Computes and runs nothing. */
final class PageArguments {

    /** Folder of the drawings in the workspace. */
    static final String DRAWINGS = "drawings";

    /** Pages of one command: each is an open file and a decoder. */
    static final int AT_ONCE = 16;

    private static final String QUALITY = "70";

    private PageArguments() {}

    /** Name of the picture of a page, counted from 1. */
    static String imageName(int page) {
        return String.format(Locale.ROOT, "page-%04d.webp", page);
    }

    /** @param from first page, counted from 1 */
    static List<String> of(int from, int pages) {
        List<String> arguments =
                new ArrayList<>(List.of("-v", "error", "-nostdin", "-y", "-protocol_whitelist", "file"));
        for (int page = from; page < from + pages; page++) {
            arguments.addAll(List.of("-threads", "1", "-f", "jpeg_pipe"));
            arguments.addAll(List.of("-i", "file:" + DRAWINGS + "/" + PdfTool.drawingName(page)));
        }
        for (int i = 0; i < pages; i++) {
            arguments.addAll(
                    List.of("-map", i + ":v:0", "-frames:v", "1", "-map_metadata", "-1", "-fflags", "+bitexact"));
            // The preset for text keeps letters sharp at a rate at which photos still look well.
            arguments.addAll(
                    List.of("-c:v", "libwebp", "-preset", "text", "-quality", QUALITY, "-compression_level", "3"));
            arguments.addAll(List.of("-f", "webp", "file:out/" + imageName(from + i)));
        }
        return List.copyOf(arguments);
    }
}
