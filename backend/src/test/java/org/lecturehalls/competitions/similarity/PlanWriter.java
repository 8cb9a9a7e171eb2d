package org.lecturehalls.competitions.similarity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes lesson plans that nobody gave: sentences of words, where few words are frequent and most are rare as in any
 * language (Zipf), with turns of phrase that many plans share.
 */
final class PlanWriter {

    private static final int WORDS = 6_000;
    private static final int PHRASES = 300;
    private static final int SENTENCE = 9;

    private final Random random;
    private final List<String> words = new ArrayList<>();
    private final List<String> phrases = new ArrayList<>();

    PlanWriter(Random random) {
        this.random = random;
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = 1 + random.nextInt(3); length >= 0; length--) {
                word.append(sign(random));
            }
            words.add(word.toString());
        }
        for (int i = 0; i < PHRASES; i++) {
            phrases.add(sentence());
        }
    }

    static char sign(Random random) {
        return (char) (0x4E00 + random.nextInt(3_500));
    }

    /** What the official form says before anybody writes a word. */
    static String template() {
        StringBuilder template = new StringBuilder();
        for (String heading : List.of("教学目标", "教学重点", "教学难点", "教学准备", "教学过程", "课后反思")) {
            template.append(heading).append("：请讲习员结合本地实际填写本栏内容，要求条理清楚、语言通俗，字数不少于二百字，不得照搬照抄其他教案。\n");
        }
        return template.toString();
    }

    String plan(int signs) {
        StringBuilder plan = new StringBuilder();
        while (plan.length() < signs) {
            plan.append(random.nextInt(12) == 0 ? phrases.get(random.nextInt(PHRASES)) : sentence());
        }
        plan.setLength(signs);
        return plan.toString();
    }

    private String sentence() {
        StringBuilder sentence = new StringBuilder();
        for (int i = 0; i < SENTENCE; i++) {
            sentence.append(words.get(rank()));
        }
        return sentence.append('。').toString();
    }

    private int rank() {
        return (int) Math.min(WORDS - 1, Math.pow(WORDS, random.nextDouble()) - 1);
    }
}
