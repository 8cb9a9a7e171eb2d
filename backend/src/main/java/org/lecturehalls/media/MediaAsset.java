package org.lecturehalls.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.regions.RegionCode;

/**
 * Something that was uploaded, and how far it has come.
 *
 * @param id stable
 * @param kind what it is for
 * @param ownerId who uploaded it
 * @param region the uploader's region
 * @param state how far it has come
 * @param fileName the name that the uploader gave it
 * @param durationSeconds of a video, once it is ready
 * @param pages of a document, once it is ready
 * @param renditions of a video, once it is ready, for example {@code 360p}
 * @param published whether anyone may play or read it
 */
public record MediaAsset(
        String id,
        MediaKind kind,
        String ownerId,
        RegionCode region,
        MediaState state,
        String fileName,
        @Nullable Double durationSeconds,
        @Nullable Integer pages,
        List<String> renditions,
        boolean published) {}
