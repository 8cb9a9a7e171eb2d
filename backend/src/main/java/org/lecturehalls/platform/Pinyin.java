package org.lecturehalls.platform;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.sourceforge.pinyin4j.PinyinHelper;
import net.sourceforge.pinyin4j.format.HanyuPinyinOutputFormat;
import net.sourceforge.pinyin4j.format.HanyuPinyinToneType;
import net.sourceforge.pinyin4j.format.HanyuPinyinVCharType;
import net.sourceforge.pinyin4j.format.exception.BadHanyuPinyinOutputFormatCombination;

/**
 * How Chinese titles and names sound, and how people type sounds. A title is kept as its syllables with spaces between them. Signs
 * that can be read in several ways are read as the words around them ask; each other reading of one sign gives a further
 * line, so that whoever types the less likely one finds the title too.
 */
public final class Pinyin {

    private static final int MOST_LINES = 16;
    private static final int LONGEST_QUERY = 30;
    private static final Pattern TYPED = Pattern.compile("[a-z]{1," + LONGEST_QUERY + "}");
    private static final Pattern BETWEEN = Pattern.compile("[\\s'’·-]+");
    private static final HanyuPinyinOutputFormat FORMAT = format();

    private Pinyin() {}

    private static HanyuPinyinOutputFormat format() {
        HanyuPinyinOutputFormat format = new HanyuPinyinOutputFormat();
        format.setToneType(HanyuPinyinToneType.WITHOUT_TONE);
        format.setVCharType(HanyuPinyinVCharType.WITH_V);
        return format;
    }

    /** The lines of a title, the likeliest first; none when there is nothing Chinese in it. */
    public static List<String> lines(String title) {
        String chinese = title.codePoints()
                .filter(Pinyin::isChinese)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        if (chinese.isEmpty()) {
            return List.of();
        }
        String[] likeliest = likeliest(chinese);
        Set<String> lines = new LinkedHashSet<>();
        lines.add(String.join(" ", likeliest));
        for (int i = 0; i < likeliest.length; i++) {
            addOthers(lines, likeliest, i, chinese.charAt(i));
        }
        return lines.stream().limit(MOST_LINES).toList();
    }

    /** Signs outside the first plane have no place in the dictionary. */
    private static boolean isChinese(int sign) {
        return Character.isBmpCodePoint(sign) && readings((char) sign).length > 0;
    }

    private static String[] likeliest(String chinese) {
        try {
            String[] syllables = PinyinHelper.toHanYuPinyinString(chinese, FORMAT, " ", false)
                    .strip()
                    .split("\\s+");
            return syllables.length == chinese.length() ? syllables : oneByOne(chinese);
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] oneByOne(String chinese) {
        return chinese.chars().mapToObj(sign -> readings((char) sign)[0]).toArray(String[]::new);
    }

    private static void addOthers(Set<String> lines, String[] likeliest, int place, char sign) {
        for (String other : readings(sign)) {
            String[] line = likeliest.clone();
            line[place] = other;
            lines.add(String.join(" ", line));
        }
    }

    private static String[] readings(char sign) {
        try {
            String[] readings = PinyinHelper.toHanyuPinyinStringArray(sign, FORMAT);
            return readings == null
                    ? new String[0]
                    : Arrays.stream(readings).distinct().toArray(String[]::new);
        } catch (BadHanyuPinyinOutputFormatCombination e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What finds the lines that typed letters can mean: whole syllables ({@code shange}), first letters ({@code sg}),
     * anything between ({@code shang}, {@code shge}), from the start of any syllable on. Nothing when it can't be pinyin.
     */
    public static List<Pattern> typed(String query) {
        String letters =
                BETWEEN.matcher(query.toLowerCase(Locale.ROOT)).replaceAll("").replace("ü", "v");
        if (!TYPED.matcher(letters).matches()) {
            return List.of();
        }
        List<String> each = new ArrayList<>(letters.length());
        letters.chars().forEach(letter -> each.add(Character.toString(letter)));
        // After each letter the syllable may go on, or the rest of it is left out and the next one begins.
        return List.of(Pattern.compile("\\b" + String.join("(?:[a-z]* )?", each)));
    }
}
