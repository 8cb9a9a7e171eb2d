package org.lecturehalls.worker.store;

import java.nio.file.Path;
import java.util.Map;

/** Content types of the results. */
final class ContentTypes {

    private static final Map<String, String> BY_EXTENSION = Map.of(
            "mp4", "video/mp4",
            "m4a", "audio/mp4",
            "jpg", "image/jpeg",
            "webp", "image/webp",
            "pdf", "application/pdf",
            "txt", "text/plain; charset=utf-8",
            "vtt", "text/vtt; charset=utf-8");

    private ContentTypes() {}

    static String of(Path file) {
        String name = file.getFileName().toString();
        return BY_EXTENSION.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
