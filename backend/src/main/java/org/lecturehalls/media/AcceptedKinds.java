package org.lecturehalls.media;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.InvalidInputException;

/**
 * Which files may be uploaded as what, by their name's ending or the type the browser claims. Lenient, because the
 * worker looks at the content and has a better answer: a playlist or a macro document is taken here and refused there,
 * by its own code.
 */
final class AcceptedKinds {

    private static final Map<MediaKind, Set<String>> ENDINGS = Map.of(
            MediaKind.VIDEO,
            Set.of(
                    "mp4",
                    "m4v",
                    "mov",
                    "3gp",
                    "3g2",
                    "avi",
                    "mkv",
                    "webm",
                    "flv",
                    "f4v",
                    "wmv",
                    "asf",
                    "ts",
                    "mts",
                    "m2ts",
                    "m2t",
                    "mpg",
                    "mpeg",
                    "vob",
                    "ogv",
                    "mxf",
                    "rm",
                    "rmvb",
                    "mp3",
                    "m4a",
                    "aac",
                    "amr",
                    "wav",
                    "ogg",
                    "oga",
                    "opus",
                    "flac",
                    "wma",
                    "m3u8",
                    "m3u",
                    "ffconcat",
                    "sdp",
                    "mpd"),
            MediaKind.DOCUMENT,
            Set.of(
                    "doc", "docx", "docm", "dot", "dotx", "dotm", "odt", "ott", "wps", "ppt", "pptx", "pptm", "pps",
                    "ppsx", "odp", "pdf"),
            MediaKind.PHOTO,
            Set.of("jpg", "jpeg", "jpe", "png", "webp", "heic", "heif", "avif"));

    private static final Set<String> PLAYLIST_TYPES =
            Set.of("application/vnd.apple.mpegurl", "application/x-mpegurl", "application/ogg", "application/mxf");

    private static final Set<String> DOCUMENT_TYPES = Set.of(
            "application/pdf",
            "application/msword",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.presentation");

    private static final Set<String> PHOTO_TYPES =
            Set.of("image/jpeg", "image/png", "image/webp", "image/heic", "image/heif", "image/avif");

    private AcceptedKinds() {}

    /** @throws InvalidInputException when neither name nor type is one of those that the kind is made from */
    static void check(MediaKind kind, String fileName, String contentType) {
        if (!ENDINGS.getOrDefault(kind, Set.of()).contains(ending(fileName)) && !isType(kind, contentType)) {
            throw new InvalidInputException("unknown-kind");
        }
    }

    private static String ending(String fileName) {
        return fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isType(MediaKind kind, String claimed) {
        String type = claimed.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case VIDEO -> type.startsWith("video/") || type.startsWith("audio/") || PLAYLIST_TYPES.contains(type);
            case DOCUMENT -> DOCUMENT_TYPES.contains(type);
            case PHOTO -> PHOTO_TYPES.contains(type);
        };
    }
}
