package org.lecturehalls.competitions.similarity;

import java.text.Normalizer;
import java.util.Arrays;

/**
 * A text without what copying changes easily: blanks, punctuation, width and case of letters.
 *
 * @param signs letters, digits and Chinese signs
 * @param places where each sign stands in the original
 */
record NormalText(String original, char[] signs, int[] places) {

    static NormalText of(String original) {
        char[] signs = new char[original.length()];
        int[] places = new int[original.length()];
        int length = 0;
        for (int i = 0; i < original.length(); i++) {
            char sign = plain(original.charAt(i));
            if (sign != 0) {
                signs[length] = sign;
                places[length++] = i;
            }
        }
        return new NormalText(original, Arrays.copyOf(signs, length), Arrays.copyOf(places, length));
    }

    /** Zero for what does not count. */
    private static char plain(char sign) {
        if (sign >= 0x4E00 && sign <= 0x9FFF) {
            return sign;
        }
        if (sign < 0x80) {
            return Character.isLetterOrDigit(sign) ? Character.toLowerCase(sign) : 0;
        }
        String composed = Normalizer.normalize(String.valueOf(sign), Normalizer.Form.NFKC);
        char first = composed.isEmpty() ? 0 : composed.charAt(0);
        return Character.isLetterOrDigit(first) ? Character.toLowerCase(first) : 0;
    }

    int length() {
        return signs.length;
    }

    /** The original between two signs, both included. */
    String between(int from, int to) {
        return original.substring(places[from], places[to] + 1);
    }
}
