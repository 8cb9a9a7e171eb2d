package org.lecturehalls.competitions.similarity;

import java.util.Arrays;

/**
 * The fingerprints of a text by winnowing (Schleimer, Wilkerson, Aiken, "Winnowing: Local Algorithms for Document
 * Fingerprinting", SIGMOD 2003): of the hashes of all n-grams, the least of each window. Any passage of at least
 * {@value #SURE} signs that two texts share leaves a fingerprint in both.
 */
final class Fingerprints {

    /** Signs of an n-gram. Shorter ones meet by chance, longer ones miss what was lightly edited. */
    static final int GRAM = 8;

    private static final int WINDOW = 5;
    static final int SURE = GRAM + WINDOW - 1;

    private static final long PRIME = 0x9E3779B97F4A7C15L;

    private Fingerprints() {}

    /** Sorted, each once, 48 bits. */
    static long[] of(NormalText text) {
        long[] grams = grams(text);
        long[] picked = new long[grams.length];
        int count = 0;
        int last = -1;
        for (int end = WINDOW; end <= grams.length; end++) {
            int least = least(grams, end - WINDOW, end);
            if (least != last) {
                picked[count++] = grams[least];
                last = least;
            }
        }
        if (count == 0 && grams.length > 0) {
            picked[count++] = grams[least(grams, 0, grams.length)];
        }
        long[] sorted = Arrays.copyOf(picked, count);
        Arrays.sort(sorted);
        return Arrays.stream(sorted).distinct().toArray();
    }

    /** The hash of the n-gram that begins at each sign. */
    static long[] grams(NormalText text) {
        int count = Math.max(0, text.length() - GRAM + 1);
        long[] grams = new long[count];
        for (int i = 0; i < count; i++) {
            long hash = 0;
            for (int j = 0; j < GRAM; j++) {
                hash = (hash ^ text.signs()[i + j]) * PRIME;
                hash ^= hash >>> 32;
            }
            grams[i] = hash >>> 16;
        }
        return grams;
    }

    /** The rightmost of the least, so that a run of equal signs leaves few fingerprints. */
    private static int least(long[] grams, int from, int to) {
        int least = from;
        for (int i = from + 1; i < to; i++) {
            if (grams[i] <= grams[least]) {
                least = i;
            }
        }
        return least;
    }
}
