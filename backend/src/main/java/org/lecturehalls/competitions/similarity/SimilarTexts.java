package org.lecturehalls.competitions.similarity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Finds the pairs among many texts of which a good part of one stands in the other. What the official template says, and
 * what very many texts say, counts for nothing.
 */
public final class SimilarTexts {

    /** Below this share of common fingerprints no pair is looked at closer. */
    private static final double WORTH_A_LOOK = 0.12;

    private static final int DOC_BITS = 16;

    /** So many texts at once. */
    public static final int MOST_TEXTS = 1 << DOC_BITS;

    private final List<NormalText> texts;
    private final long[] template;
    private final double least;

    private SimilarTexts(List<NormalText> texts, long[] template, double least) {
        this.texts = texts;
        this.template = template;
        this.least = least;
    }

    /**
     * Two texts that share passages.
     *
     * @param first index of the one
     * @param second index of the other
     * @param share of the shorter text's signs that stand in the other as well, the template's not counted, 0 to 1
     */
    public record Pair(int first, int second, double share) {}

    /**
     * Answers the pairs with at least a share in common, the most alike first.
     *
     * @param template what everybody may have written; empty when there is none
     * @param least the share from which on a pair is told, above {@value #WORTH_A_LOOK}
     * @throws IllegalArgumentException for more than {@value #MOST_TEXTS} texts
     */
    public static List<Pair> pairs(List<String> texts, String template, double least) {
        if (texts.size() > MOST_TEXTS) {
            throw new IllegalArgumentException("More than " + MOST_TEXTS + " texts");
        }
        List<NormalText> normal = texts.stream().map(NormalText::of).toList();
        long[] boilerplate = Fingerprints.grams(NormalText.of(template));
        Arrays.sort(boilerplate);
        return new SimilarTexts(normal, boilerplate, least).find();
    }

    private List<Pair> find() {
        List<long[]> prints = texts.parallelStream()
                .map(Fingerprints::of)
                .map(this::withoutTemplate)
                .toList();
        List<Pair> pairs = new ArrayList<>();
        List<int[]> candidates = new ArrayList<>();
        common(prints).forEach((first, second, count) -> {
            int smaller = Math.min(prints.get(first).length, prints.get(second).length);
            if (count >= WORTH_A_LOOK * smaller) {
                candidates.add(new int[] {first, second});
            }
        });
        candidates.parallelStream()
                .map(each -> new Pair(each[0], each[1], share(each[0], each[1])))
                .filter(pair -> pair.share() >= least)
                .sorted(Comparator.comparingDouble(Pair::share)
                        .reversed()
                        .thenComparing(Pair::first)
                        .thenComparing(Pair::second))
                .forEachOrdered(pairs::add);
        return pairs;
    }

    private long[] withoutTemplate(long[] prints) {
        return Arrays.stream(prints)
                .filter(print -> Arrays.binarySearch(template, print) < 0)
                .toArray();
    }

    /** How many fingerprints each pair shares, those left out that are common among all. */
    private PairCounts common(List<long[]> prints) {
        long[] all = new long[prints.stream().mapToInt(each -> each.length).sum()];
        int at = 0;
        for (int doc = 0; doc < prints.size(); doc++) {
            for (long print : prints.get(doc)) {
                all[at++] = print << DOC_BITS | doc;
            }
        }
        Arrays.parallelSort(all);
        PairCounts counts = new PairCounts();
        int tooMany = Math.max(10, texts.size() / 100);
        int from = 0;
        for (int to = 1; to <= all.length; to++) {
            if (to == all.length || all[to] >>> DOC_BITS != all[from] >>> DOC_BITS) {
                if (to - from <= tooMany) {
                    count(all, from, to, counts);
                }
                from = to;
            }
        }
        return counts;
    }

    private static void count(long[] all, int from, int to, PairCounts counts) {
        int mask = (1 << DOC_BITS) - 1;
        for (int i = from; i < to; i++) {
            for (int j = i + 1; j < to; j++) {
                counts.add((int) (all[i] & mask), (int) (all[j] & mask));
            }
        }
    }

    /** Who copies one passage twice has copied less of the other text than stands in one's own. */
    private double share(int first, int second) {
        NormalText one = texts.get(first);
        NormalText other = texts.get(second);
        return Math.max(
                SharedPassages.of(one, other, template).share(),
                SharedPassages.of(other, one, template).share());
    }
}
