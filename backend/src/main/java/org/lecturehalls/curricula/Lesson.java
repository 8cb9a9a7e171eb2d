package org.lecturehalls.curricula;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.Replacement;

/**
 * One part of a course.
 *
 * @param id unique in the whole platform
 * @param title what the audience reads
 * @param kind what one does in it
 * @param mediaAssetId what is watched or read; null in other lessons
 * @param durationSeconds of a video, once it is known
 * @param quiz what is asked, with the key; null in other lessons
 * @param sessionId where one meets; null in other lessons
 * @param slides what is shown beside a video; null when nothing is
 */
record Lesson(
        String id,
        String title,
        LessonKind kind,
        @Nullable String mediaAssetId,
        @Nullable Double durationSeconds,
        @Nullable Quiz quiz,
        @Nullable String sessionId,
        @Nullable Slides slides) {

    static Lesson media(String id, String title, MediaAsset asset) {
        return new Lesson(
                id, title, LessonKind.of(asset.kind()), asset.id(), asset.durationSeconds(), null, null, null);
    }

    static Lesson quiz(String id, String title, Quiz quiz) {
        return new Lesson(id, title, LessonKind.QUIZ, null, null, quiz, null, null);
    }

    static Lesson session(String id, String title, String sessionId) {
        return new Lesson(id, title, LessonKind.SESSION, null, null, null, sessionId, null);
    }

    /** The same lesson with what has become known of its asset. */
    Lesson about(MediaAsset asset) {
        return new Lesson(id, title, kind, mediaAssetId, asset.durationSeconds(), null, null, slides);
    }

    boolean shows(String assetId) {
        return assetIds().anyMatch(assetId::equals);
    }

    /** The same lesson, when another file takes the place of an asset that it may show. */
    Lesson showing(Replacement file) {
        return file.replaced().equals(mediaAssetId)
                ? new Lesson(id, title, kind, mediaAssetId, file.durationSeconds(), quiz, sessionId, slides)
                : this;
    }

    /** The same lesson with other slides, or with none. */
    Lesson beside(@Nullable Slides others) {
        return new Lesson(id, title, kind, mediaAssetId, durationSeconds, quiz, sessionId, others);
    }

    /** All media that it shows. */
    Stream<String> assetIds() {
        String document = slides == null ? null : slides.mediaAssetId();
        return Stream.concat(Stream.ofNullable(mediaAssetId), Stream.ofNullable(document));
    }
}
