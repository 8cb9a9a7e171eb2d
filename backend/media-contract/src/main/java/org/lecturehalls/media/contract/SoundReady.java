package org.lecturehalls.media.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sound, or a part of it, is encoded, checked and stored.
 *
 * @param jobId the part
 * @param token fencing token of the attempt
 * @param outputPrefix where the objects are
 * @param codecs RFC 6381 string
 * @param channels number of channels
 * @param pieces all pieces, in playing order; only the first of all has an initialisation section
 * @param notes what was noticed in the sound; null from workers of another age
 */
public record SoundReady(
        String jobId,
        long token,
        String outputPrefix,
        String codecs,
        int channels,
        List<VideoReady.SegmentedFile> pieces,
        @Nullable FilmNotes notes) {}
