package org.lecturehalls.competitions.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds videos that show the same, from hashes of frames that lie the same time apart.
 *
 * <p>Two frames are near when few of the 64 bits of their hashes differ. Candidates are frames that agree in one of four
 * quarters of the hash, so that not every frame is compared with every other; a pair of videos is looked at when several
 * of its candidates lie the same time apart. Frames that only repeat the one before, and those without contrast, are not
 * counted: any two lectures have a still picture in common.
 */
public final class SimilarFootage {

    private static final int NEAR = 8;
    private static final int STILL = 6;
    private static final int QUARTERS = 4;
    private static final int QUARTER_BITS = 16;

    /** A quarter that so many frames share says nothing. */
    private static final int MOST_ALIKE = 64;

    /** So often a distance in time must be met to be looked at. */
    private static final int LEAST_VOTES = 2;

    /** Fewer frames in common are chance. */
    private static final int LEAST_FRAMES = 5;

    private static final Comparator<Pair> MOST_ALIKE_FIRST = Comparator.comparingDouble(Pair::share)
            .reversed()
            .thenComparingInt(Pair::first)
            .thenComparingInt(Pair::second);

    private final List<long[]> videos;
    private final List<int[]> counted;
    private final int[] starts;

    private SimilarFootage(List<long[]> videos) {
        this.videos = videos;
        this.counted = videos.stream().map(SimilarFootage::counted).toList();
        this.starts = new int[counted.size() + 1];
        for (int i = 0; i < counted.size(); i++) {
            starts[i + 1] = starts[i] + counted.get(i).length;
        }
    }

    /**
     * Two videos with frames in common.
     *
     * @param first the one of the smaller index
     * @param share of the counted frames of the one that has fewer, 0 to 1
     * @param run how many frames follow each other in both
     * @param firstStart frame of the first with which the run begins
     * @param secondStart the same in the second
     */
    public record Pair(int first, int second, double share, int run, int firstStart, int secondStart) {}

    /** Pairs with at least such a share, the most alike first. */
    public static List<Pair> pairs(List<long[]> videos, double least) {
        SimilarFootage footage = new SimilarFootage(videos);
        List<Pair> pairs = new ArrayList<>();
        footage.candidates().forEach((pair, offsets) -> {
            Pair found = footage.compare((int) (pair >>> Integer.SIZE), pair.intValue(), offsets);
            if (found.share() >= least && found.run() >= LEAST_FRAMES) {
                pairs.add(found);
            }
        });
        pairs.sort(MOST_ALIKE_FIRST);
        return pairs;
    }

    private static boolean near(long one, long other, int bits) {
        return Long.bitCount(one ^ other) <= bits;
    }

    /** Positions of frames that have contrast and are not like the counted one before. */
    private static int[] counted(long[] frames) {
        int[] positions = new int[frames.length];
        int count = 0;
        long last = 0;
        for (int i = 0; i < frames.length; i++) {
            if (frames[i] != 0 && (count == 0 || !near(frames[i], last, STILL))) {
                positions[count++] = i;
                last = frames[i];
            }
        }
        return Arrays.copyOf(positions, count);
    }

    /** By pair of videos how often each distance in time was met, for pairs in which one was met several times. */
    private Map<Long, Map<Integer, Integer>> candidates() {
        Map<Long, Map<Integer, Integer>> found = new HashMap<>();
        long[] keys = new long[starts[counted.size()]];
        for (int quarter = 0; quarter < QUARTERS; quarter++) {
            fill(keys, quarter * QUARTER_BITS);
            Arrays.sort(keys);
            int start = 0;
            for (int end = 1; end <= keys.length; end++) {
                if (end == keys.length || keys[end] >>> Integer.SIZE != keys[start] >>> Integer.SIZE) {
                    vote(keys, start, end, found);
                    start = end;
                }
            }
        }
        found.values().removeIf(offsets -> offsets.values().stream().noneMatch(votes -> votes >= LEAST_VOTES));
        return found;
    }

    /** A key is a quarter of a hash and the number of its frame among all counted frames. */
    private void fill(long[] keys, int shift) {
        int next = 0;
        for (int video = 0; video < videos.size(); video++) {
            for (int position : counted.get(video)) {
                long quarter = videos.get(video)[position] >>> shift & 0xffff;
                keys[next] = quarter << Integer.SIZE | next;
                next++;
            }
        }
    }

    private void vote(long[] keys, int start, int end, Map<Long, Map<Integer, Integer>> found) {
        if (end - start > MOST_ALIKE) {
            return;
        }
        for (int i = start; i < end; i++) {
            for (int j = i + 1; j < end; j++) {
                vote((int) keys[i], (int) keys[j], found);
            }
        }
    }

    private void vote(int oneFrame, int otherFrame, Map<Long, Map<Integer, Integer>> found) {
        int one = videoOf(oneFrame);
        int other = videoOf(otherFrame);
        int here = counted.get(one)[oneFrame - starts[one]];
        int there = counted.get(other)[otherFrame - starts[other]];
        if (one != other && near(videos.get(one)[here], videos.get(other)[there], NEAR)) {
            found.computeIfAbsent((long) one << Integer.SIZE | other, pair -> new HashMap<>())
                    .merge(there - here, 1, Integer::sum);
        }
    }

    private int videoOf(int frame) {
        int found = Arrays.binarySearch(starts, frame);
        int video = found >= 0 ? found : -found - 2;
        while (starts[video + 1] <= frame) {
            video++;
        }
        return video;
    }

    private Pair compare(int one, int other, Map<Integer, Integer> offsets) {
        boolean shorter = counted.get(one).length <= counted.get(other).length;
        int[] positions = counted.get(shorter ? one : other);
        boolean[] met = new boolean[positions.length];
        offsets.forEach((offset, votes) -> {
            if (votes >= LEAST_VOTES) {
                mark(shorter ? one : other, shorter ? other : one, shorter ? offset : -offset, met);
            }
        });
        int[] best = longestRun(one, other, likeliest(offsets));
        int common = 0;
        for (boolean each : met) {
            common += each ? 1 : 0;
        }
        return new Pair(one, other, (double) common / positions.length, best[0], best[1], best[2]);
    }

    private void mark(int shorter, int longer, int offset, boolean[] met) {
        int[] positions = counted.get(shorter);
        for (int i = 0; i < positions.length; i++) {
            met[i] |= isMet(videos.get(shorter)[positions[i]], videos.get(longer), positions[i] + offset);
        }
    }

    /** A cut may lie between two of the moments that are looked at, so the neighbours will do as well. */
    private static boolean isMet(long frame, long[] frames, int position) {
        for (int i = Math.max(0, position - 1); i <= Math.min(frames.length - 1, position + 1); i++) {
            if (frames[i] != 0 && near(frame, frames[i], NEAR)) {
                return true;
            }
        }
        return false;
    }

    /** The distance in time that was met most often; of equal ones the smallest. */
    private static int likeliest(Map<Integer, Integer> offsets) {
        Comparator<Map.Entry<Integer, Integer>> byVotes = Map.Entry.comparingByValue();
        return Collections.max(offsets.entrySet(), byVotes.thenComparing(each -> -Math.abs(each.getKey())))
                .getKey();
    }

    /** How long the longest run is, and where it begins in each. */
    private int[] longestRun(int one, int other, int offset) {
        long[] frames = videos.get(one);
        int[] best = new int[3];
        int run = 0;
        for (int i = 0; i < frames.length; i++) {
            run = frames[i] != 0 && isMet(frames[i], videos.get(other), i + offset) ? run + 1 : 0;
            if (run > best[0]) {
                best[0] = run;
                best[1] = i - run + 1;
                best[2] = Math.max(0, best[1] + offset);
            }
        }
        return best;
    }
}
