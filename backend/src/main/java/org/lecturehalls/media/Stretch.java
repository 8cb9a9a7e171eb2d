package org.lecturehalls.media;

import java.util.List;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/**
 * Segments of a track that lie in one object without gaps, so that lengths alone say where each is.
 *
 * @param initBytes length of the initialisation section, which starts at 0; 0 when the object has none of its own
 * @param initHash fingerprint of that section
 * @param firstOffset where the first segment starts
 * @param seconds duration of each segment
 * @param lengths size of each segment in bytes
 */
record Stretch(
        String key, long initBytes, String initHash, long firstOffset, List<Double> seconds, List<Long> lengths) {

    static Stretch of(SegmentedFile file, String initHash) {
        return new Stretch(
                file.key(),
                file.initBytes(),
                initHash,
                file.segments().get(0).offset(),
                file.segments().stream().map(Segment::seconds).toList(),
                file.segments().stream().map(Segment::length).toList());
    }
}
