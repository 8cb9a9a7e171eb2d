package org.lecturehalls.media;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import org.lecturehalls.media.contract.PartJob.Excerpt;
import org.lecturehalls.media.contract.VideoPlan;

/** What is decoded of each track before a video is published: its first, its last and some other segment. */
final class Excerpts {

    private Excerpts() {}

    static List<Excerpt> of(VideoPlan plan, List<VideoPart> parts) {
        List<Excerpt> excerpts = new ArrayList<>();
        plan.rungs().forEach(rung -> excerpts.addAll(of(rung.name(), GrowingTracks.of(rung.name(), parts))));
        if (plan.sound()) {
            excerpts.addAll(of(Track.SOUND, GrowingTracks.of(Track.SOUND, parts)));
        }
        return List.copyOf(excerpts);
    }

    private static List<Excerpt> of(String track, List<Stretch> stretches) {
        List<Excerpt> all = new ArrayList<>();
        double start = 0;
        Stretch init = stretches.get(0);
        for (Stretch stretch : stretches) {
            // The section that a player has by then: equal ones are only read once.
            boolean other = stretch.initBytes() > 0 && !stretch.initHash().equals(init.initHash());
            init = other ? stretch : init;
            long offset = stretch.firstOffset();
            for (int i = 0; i < stretch.lengths().size(); i++) {
                long length = stretch.lengths().get(i);
                all.add(new Excerpt(track, init.key(), init.initBytes(), stretch.key(), offset, length, start));
                start += stretch.seconds().get(i);
                offset += length;
            }
        }
        Set<Integer> chosen = new TreeSet<>();
        chosen.add(0);
        chosen.add(all.size() - 1);
        chosen.add(ThreadLocalRandom.current().nextInt(all.size()));
        return chosen.stream().map(all::get).toList();
    }
}
