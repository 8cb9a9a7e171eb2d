package org.lecturehalls.media;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Where the segments of one rendition or of the sound are in its object. A document of its own, since it is long and
 * only a player wants it; written once and never changed. Segments have no gaps, so lengths alone say where each is.
 *
 * @param id asset, token of the attempt and name of the track
 * @param initBytes length of the initialisation section, which starts at 0
 * @param firstOffset where the first segment starts
 * @param seconds duration of each segment
 * @param lengths size of each segment in bytes
 * @param stretches of a track that many workers made, in several objects; the fields above say the same of the first
 */
@Document("mediaTracks")
record Track(
        @Id String id,
        @Indexed String assetId,
        long token,
        String key,
        long initBytes,
        long firstOffset,
        List<Double> seconds,
        List<Long> lengths,
        @Nullable List<Stretch> stretches) {

    static final String SOUND = "audio";

    static Track of(String assetId, long token, String name, SegmentedFile file) {
        return new Track(
                idOf(assetId, token, name),
                assetId,
                token,
                file.key(),
                file.initBytes(),
                file.segments().get(0).offset(),
                file.segments().stream().map(Segment::seconds).toList(),
                file.segments().stream().map(Segment::length).toList(),
                null);
    }

    static Track of(String assetId, long token, String name, List<Stretch> stretches) {
        Stretch first = stretches.get(0);
        return new Track(
                idOf(assetId, token, name),
                assetId,
                token,
                first.key(),
                first.initBytes(),
                first.firstOffset(),
                first.seconds(),
                first.lengths(),
                stretches);
    }

    /** Where its segments are, in playing order. */
    List<Stretch> inOrder() {
        return stretches == null ? List.of(new Stretch(key, initBytes, "", firstOffset, seconds, lengths)) : stretches;
    }

    static String idOf(String assetId, long token, String name) {
        return assetId + ":" + token + ":" + name;
    }
}
