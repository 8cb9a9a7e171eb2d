package org.lecturehalls.competitions.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What two texts have in common, side by side.
 *
 * @param share of the shorter text's signs, the template's not counted, 0 to 1
 * @param passages in the order of the first text
 */
public record SharedPassages(double share, List<Passage> passages) {

    /** Gaps up to so many signs inside a passage are edits, not its end. */
    private static final int EDIT = 6;

    /** Shorter ones are turns of phrase. */
    private static final int LEAST = 12;

    /** A passage as it stands in each text; the two differ where it was edited. */
    public record Passage(String first, String second) {}

    /** @param template what everybody may have written; empty when there is none */
    public static SharedPassages of(String first, String second, String template) {
        long[] boilerplate = Fingerprints.grams(NormalText.of(template));
        Arrays.sort(boilerplate);
        return of(NormalText.of(first), NormalText.of(second), boilerplate);
    }

    static SharedPassages of(NormalText first, NormalText second, long[] template) {
        long[] grams = Fingerprints.grams(first);
        long[] others = Fingerprints.grams(second);
        Map<Long, Integer> places = new HashMap<>();
        for (int i = others.length - 1; i >= 0; i--) {
            places.put(others[i], i);
        }
        List<int[]> runs = runs(grams, others, places, template);
        List<Passage> passages = new ArrayList<>();
        int shared = 0;
        for (int[] run : runs) {
            if (run[1] - run[0] >= LEAST) {
                shared += run[4];
                passages.add(new Passage(first.between(run[0], run[1] - 1), second.between(run[2], run[3] - 1)));
            }
        }
        int counted = Math.min(own(first, grams, template), own(second, others, template));
        return new SharedPassages(counted == 0 ? 0 : Math.min(1, (double) shared / counted), List.copyOf(passages));
    }

    /** Runs as begin and end in the first text, begin and end in the second, and how many signs are the same. */
    private static List<int[]> runs(long[] grams, long[] others, Map<Long, Integer> places, long[] template) {
        List<int[]> runs = new ArrayList<>();
        int i = 0;
        while (i < grams.length) {
            Integer place = places.get(grams[i]);
            if (place == null || Arrays.binarySearch(template, grams[i]) >= 0) {
                i++;
                continue;
            }
            int length = 1;
            while (continues(grams, others, i + length, place + length, template)) {
                length++;
            }
            add(runs, i, place, length + Fingerprints.GRAM - 1);
            i += length + Fingerprints.GRAM - 1;
        }
        return runs;
    }

    private static boolean continues(long[] grams, long[] others, int i, int place, long[] template) {
        return i < grams.length
                && place < others.length
                && grams[i] == others[place]
                && Arrays.binarySearch(template, grams[i]) < 0;
    }

    private static void add(List<int[]> runs, int i, int place, int length) {
        int[] last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        if (last != null && near(last[1], i) && near(last[3], place)) {
            last[1] = i + length;
            last[3] = place + length;
            last[4] += length;
        } else {
            runs.add(new int[] {i, i + length, place, place + length, length});
        }
    }

    private static boolean near(int end, int begin) {
        return begin >= end && begin - end <= EDIT;
    }

    private static int own(NormalText text, long[] grams, long[] template) {
        int boilerplate = 0;
        for (long gram : grams) {
            if (Arrays.binarySearch(template, gram) >= 0) {
                boilerplate++;
            }
        }
        return Math.max(0, text.length() - boilerplate);
    }
}
