package org.lecturehalls.worker.recognition;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.lecturehalls.worker.recognition.FileFormat.Family;

/** What a file's name or type says it is. Names and types nobody knows claim nothing. */
final class Claim {

    private static final Set<String> MEDIA = Set.of(
            "mp4", "m4v", "m4a", "mov", "qt", "3gp", "3g2", "mkv", "webm", "avi", "flv", "f4v", "asf", "wmv", "wma",
            "ts", "mts", "m2ts", "mpg", "mpeg", "vob", "ogg", "ogv", "oga", "opus", "mp3", "aac", "amr", "wav", "flac");
    private static final Set<String> OFFICE = Set.of(
            "doc", "docx", "docm", "dot", "dotx", "odt", "ott", "ppt", "pptx", "pptm", "pps", "ppsx", "odp", "wps",
            "dps");

    private static final Set<String> PICTURES = Set.of("jpg", "jpeg", "jpe", "png", "webp", "heic", "heif", "avif");

    private Claim() {}

    /** By the last extension, so that {@code lesson.docx.mp4} claims to be a video. */
    static Optional<Family> ofName(String fileName) {
        String extension =
                fileName.substring(fileName.lastIndexOf('.') + 1).strip().toLowerCase(Locale.ROOT);
        if (MEDIA.contains(extension)) {
            return Optional.of(Family.MEDIA);
        }
        if (OFFICE.contains(extension)) {
            return Optional.of(Family.OFFICE);
        }
        if (PICTURES.contains(extension)) {
            return Optional.of(Family.PICTURE);
        }
        return extension.equals("pdf") ? Optional.of(Family.PDF) : Optional.empty();
    }

    static Optional<Family> ofType(String contentType) {
        String type = contentType.strip().toLowerCase(Locale.ROOT);
        if (type.startsWith("video/") || type.startsWith("audio/")) {
            return Optional.of(Family.MEDIA);
        }
        if (type.startsWith("image/")) {
            return Optional.of(Family.PICTURE);
        }
        if (type.startsWith("application/pdf")) {
            return Optional.of(Family.PDF);
        }
        boolean office = type.startsWith("application/msword")
                || type.startsWith("application/vnd.ms-")
                || type.startsWith("application/vnd.openxmlformats-officedocument.")
                || type.startsWith("application/vnd.oasis.opendocument.");
        return office ? Optional.of(Family.OFFICE) : Optional.empty();
    }
}
