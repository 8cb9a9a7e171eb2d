package org.lecturehalls.curricula;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.contract.MediaKind;

/**
 * One part of a course.
 *
 * @param id unique in the whole platform
 * @param title what the audience reads
 * @param kind to be watched or to be read
 * @param mediaAssetId what is watched or read
 * @param durationSeconds of a video, once it is known
 */
record Lesson(
        String id,
        String title,
        MediaKind kind,
        String mediaAssetId,
        @Nullable Double durationSeconds) {

    /** The same lesson with what has become known of its asset. */
    Lesson about(MediaAsset asset) {
        return new Lesson(id, title, kind, mediaAssetId, asset.durationSeconds());
    }
}
