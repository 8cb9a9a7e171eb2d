package org.lecturehalls.media;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What kind of thing went wrong, told from the sentence that came with a failure; the first that fits. */
enum FailureCause {
    NOT_WANTED("no longer wanted"),
    SOURCE_GONE("original is gone"),
    DISK_FULL("disk is too full|no space left"),
    VERIFICATION("verification failed|chunks are not complete"),
    CONTRADICTION("worker's (result|plan|chunk|sound)"),
    WORKER_LOST("gave up after|delivered too often|silent|no worker"),
    STORE("the store"),
    DOCUMENT_PROGRAM("libreoffice|pdf tool|soffice"),
    MEDIA_PROGRAM("ffmpeg|ffprobe"),
    OTHER("");

    private final Pattern words;

    FailureCause(String words) {
        this.words = Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }

    static FailureCause of(@Nullable String detail) {
        return Stream.of(values())
                .filter(cause ->
                        cause.words.matcher(detail == null ? "" : detail).find())
                .findFirst()
                .orElse(OTHER);
    }

    /** As it stands in the API and in the names of messages. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
