package org.lecturehalls.worker.video;

import java.util.List;
import org.lecturehalls.media.contract.VideoReady.Segment;
import org.lecturehalls.media.contract.VideoReady.SegmentedFile;

/**
 * Where the parts of a fragmented MP4 file of ours are.
 *
 * @param bytes size of the file
 * @param initBytes length of the initialisation section
 * @param codec RFC 6381 string of the video; empty for audio
 * @param fragments in playing order
 */
record FragmentedFile(long bytes, long initBytes, String codec, List<Fragment> fragments) {

    private static final double LONG_ENOUGH = 2;

    /**
     * One fragment with its media data.
     *
     * @param start decoding time of the first sample in seconds
     * @param seconds duration
     * @param offset first byte
     * @param length in bytes
     * @param samples frames, or packets of sound
     */
    record Fragment(double start, double seconds, long offset, long length, long samples) {}

    double seconds() {
        return fragments.stream().mapToDouble(Fragment::seconds).sum();
    }

    long samples() {
        return fragments.stream().mapToLong(Fragment::samples).sum();
    }

    long averageBitrate() {
        return Math.round(fragments.stream().mapToLong(Fragment::length).sum() * 8 / Math.max(0.001, seconds()));
    }

    /** Of the busiest fragment. A short last one says little: it is one key frame and not much more. */
    long peakBitrate() {
        double peak = fragments.stream()
                .filter(fragment -> fragment.seconds() >= LONG_ENOUGH)
                .mapToDouble(fragment -> fragment.length() * 8 / fragment.seconds())
                .max()
                .orElse(0);
        return Math.max(averageBitrate(), Math.round(peak));
    }

    SegmentedFile segmented(String key) {
        List<Segment> segments = fragments.stream()
                .map(fragment -> new Segment(fragment.seconds(), fragment.offset(), fragment.length()))
                .toList();
        return new SegmentedFile(key, bytes, initBytes, segments);
    }
}
