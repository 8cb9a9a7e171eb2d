package org.lecturehalls.worker.video;

import java.util.ArrayList;
import java.util.List;

/** Cuts the sound into even stretches of about five minutes, each whole fragments but the last. */
final class SoundPlanner {

    /** Fragments of a stretch, which is one object then. */
    private static final long USUAL = 75;

    private SoundPlanner() {}

    /**
     * @param seconds length of the sound
     * @return number of packets of each stretch, in order
     */
    static List<Long> cut(double seconds) {
        long packets = (long) Math.ceil(seconds * SoundChunk.RATE / SoundChunk.SAMPLES) + 1;
        long groups = packets / SoundChunk.GROUP;
        long count = Math.max(1, Math.round((double) groups / USUAL));
        List<Long> cut = new ArrayList<>();
        long first = 0;
        for (long i = 1; i <= count; i++) {
            long end = i == count ? packets : groups * i / count * SoundChunk.GROUP;
            cut.add(end - first);
            first = end;
        }
        return List.copyOf(cut);
    }
}
