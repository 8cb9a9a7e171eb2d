package org.lecturehalls.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinyinTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shange", "sg", "shan", "shang", "sge", "shge", "baise", "bssgk", "baisesg", "ShanGe", "shan ge",
                "shan'ge", "ge", "gek"
            })
    void findsAWordInsideATitleHoweverItIsTyped(String typed) {
        assertThat(finds("百色山歌课", typed)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ange", "hange", "gs", "eke", "x", "shangee"})
    void doesNotFindWhatBeginsInsideASyllable(String typed) {
        assertThat(finds("百色山歌课", typed)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "音乐, yinyue",
        "快乐, kuaile",
        "银行, yinhang",
        "行走, xingzou",
        "重阳, chongyang",
        "成长, chengzhang",
        "会计, kuaiji",
        "旅行, lvxing"
    })
    void readsSignsAsTheWordsAroundThemAsk(String title, String typed) {
        assertThat(Pinyin.lines(title).get(0).replace(" ", "")).contains(typed);
    }

    @Test
    void findsTheOtherReadingsToo() {
        assertThat(finds("音乐", "yinle")).isTrue();
        assertThat(finds("红军长征", "changzheng")).isTrue();
        assertThat(finds("百色山歌课", "baishaishange")).isTrue();
    }

    @Test
    void leavesOutWhatIsNotChinese() {
        assertThat(Pinyin.lines("2027 年 A 课 🎵").get(0)).isEqualTo("nian ke");
        assertThat(Pinyin.lines("Plan B")).isEmpty();
        assertThat(Pinyin.typed("山歌")).isEmpty();
        assertThat(Pinyin.typed("shange 1")).isEmpty();
        assertThat(Pinyin.typed("a".repeat(31))).isEmpty();
    }

    @Test
    void keepsABoundHoweverManyReadingsThereAre() {
        assertThat(Pinyin.lines("行乐长重和".repeat(24))).hasSizeLessThanOrEqualTo(16);
    }

    private static boolean finds(String title, String typed) {
        return Pinyin.typed(typed).stream()
                .anyMatch(pattern -> Pinyin.lines(title).stream()
                        .anyMatch(line -> pattern.matcher(line).find()));
    }
}
