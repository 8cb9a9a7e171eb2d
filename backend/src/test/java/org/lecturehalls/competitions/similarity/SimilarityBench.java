package org.lecturehalls.competitions.similarity;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Measures how long 5,000 lesson plans of 3,000 signs take to compare, and how many pairs are found of which three
 * tenths were copied: lightly edited, in two to five pieces, among plans that follow the same template and share the
 * turns of phrase of their subject.
 */
public final class SimilarityBench {

    private static final int SIGNS = 3_000;
    private static final int COPIED = SIGNS * 3 / 10;
    private static final int EDIT_EVERY = 40;
    private static final String TEMPLATE = PlanWriter.template();

    private SimilarityBench() {}

    public static void main(String[] arguments) {
        int plans = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5_000;
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        Measured measured = measure(plans, 1);
        out.printf("%-28s %12s%n", "plans", plans);
        out.printf("%-28s %12s%n", "copied pairs", measured.copied());
        out.printf("%-28s %12s%n", "found of them", measured.found());
        out.printf("%-28s %12s%n", "pairs told", measured.told());
        out.printf("%-28s %12.1f%n%n", "seconds", measured.seconds());
        target(out, "similarity-seconds", measured.seconds(), 60, measured.seconds() <= 60);
        target(out, "similarity-recall-percent", measured.recall(), 95, measured.recall() >= 95);
        target(out, "similarity-false-percent", measured.falsePercent(), 1, measured.falsePercent() <= 1);
    }

    private static void target(PrintStream out, String name, double value, int limit, boolean met) {
        out.printf("target %s %.2f %d %s%n", name, value, limit, met ? "met" : "missed");
    }

    /** @param told all pairs that were told, found and false ones */
    record Measured(int copied, int found, int told, double seconds) {

        double recall() {
            return 100.0 * found / copied;
        }

        /** Of the pairs that are told. */
        double falsePercent() {
            return told == 0 ? 0 : 100.0 * (told - found) / told;
        }
    }

    /** One plan in five copies from another one. */
    static Measured measure(int plans, long seed) {
        Random random = new Random(seed);
        PlanWriter writer = new PlanWriter(random);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < plans; i++) {
            texts.add(writer.plan(SIGNS));
        }
        Set<Long> copied = new HashSet<>();
        for (int i = 0; i + 1 < plans / 5 * 2; i += 2) {
            texts.set(i + 1, copy(texts.get(i), texts.get(i + 1), random));
            copied.add(pair(i, i + 1));
        }
        List<String> all = texts.stream().map(text -> TEMPLATE + text).toList();
        long start = System.nanoTime();
        List<SimilarTexts.Pair> told = SimilarTexts.pairs(all, TEMPLATE, 0.2);
        double seconds = (System.nanoTime() - start) / 1e9;
        int found = (int) told.stream()
                .filter(pair -> copied.contains(pair(pair.first(), pair.second())))
                .count();
        return new Measured(copied.size(), found, told.size(), seconds);
    }

    private static long pair(int first, int second) {
        return (long) Math.min(first, second) << 32 | Math.max(first, second);
    }

    /** Puts pieces of one text in place of as much of the other, changing a sign now and then. */
    private static String copy(String from, String into, Random random) {
        int pieces = 2 + random.nextInt(4);
        int length = COPIED / pieces;
        StringBuilder text = new StringBuilder(into);
        int room = SIGNS / pieces;
        for (int piece = 0; piece < pieces; piece++) {
            int begin = random.nextInt(SIGNS - length);
            StringBuilder copy = new StringBuilder(from.substring(begin, begin + length));
            for (int at = random.nextInt(EDIT_EVERY); at < copy.length(); at += EDIT_EVERY) {
                copy.setCharAt(at, PlanWriter.sign(random));
            }
            int place = piece * room + random.nextInt(room - length);
            text.replace(place, place + length, copy.toString());
        }
        return text.toString();
    }
}
