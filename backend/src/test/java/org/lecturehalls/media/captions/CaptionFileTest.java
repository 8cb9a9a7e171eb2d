package org.lecturehalls.media.captions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lecturehalls.platform.InvalidInputException;

class CaptionFileTest {

    private static final String SIMPLE = """
            1
            00:00:01,000 --> 00:00:03,500
            大家好，今天我们来说芒果怎么疏花。

            2
            00:00:04,000 --> 00:00:06,000
            这个时候不要着急，看看花的样子。
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030"})
    void recognisesEncodings(String charset) {
        CaptionFile file = read(SIMPLE.getBytes(Charset.forName(charset)));

        assertThat(file.cues()).isEqualTo(2);
        assertThat(file.vtt()).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:03.500
                大家好，今天我们来说芒果怎么疏花。

                00:00:04.000 --> 00:00:06.000
                这个时候不要着急，看看花的样子。
                """);
    }

    @Test
    void tellsBig5FromGb18030() {
        String text = "00:01,0 --> 00:02,0\n大家好，今天我們來說芒果怎麼疏花，這個時候不要著急。\n";

        assertThat(read(text.getBytes(Charset.forName("Big5"))).vtt()).contains("我們來說芒果怎麼疏花");
        assertThat(read(("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8))
                        .vtt())
                .contains("這個時候");
    }

    @Test
    void refusesEncodingsItDoesNotKnow() {
        String russian = "00:01,0 --> 00:02,0\nПривет, это очень длинный текст, который никто не поймёт.\n";

        refused(russian.getBytes(Charset.forName("windows-1251")), "caption-encoding-unknown");
        refused(
                new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13},
                "caption-encoding-unknown");
    }

    @Test
    void readsWhatIsSaidInSubStationAlpha() {
        String ass = """
                [Script Info]
                Title: 课
                [V4+ Styles]
                Style: Default,Arial,20
                [Events]
                Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
                Comment: 0,0:00:00.00,0:00:01.00,Default,,0,0,0,,nobody says this
                Dialogue: 0,0:00:05.20,0:00:07.00,Default,,0,0,0,,{\\an8\\fad(1,1)}第二句, 有逗号\\N第二行
                Dialogue: 0,0:00:01.05,0:00:02.00,Default,,0,0,0,,{\\i1}第一句
                Dialogue: 0,0:00:01.05,0:00:02.00,Default,,0,0,0,,{\\p1}m 0 0 l 100 0 100 100
                """;

        assertThat(read(ass.getBytes(StandardCharsets.UTF_8)).vtt()).isEqualTo("""
                WEBVTT

                00:00:01.050 --> 00:00:02.000
                第一句

                00:00:05.200 --> 00:00:07.000
                第二句, 有逗号
                第二行
                """);
    }

    @Test
    void leavesNothingThatActsOrHides() {
        String vtt = """
                WEBVTT

                STYLE
                ::cue { visibility: hidden }

                NOTE a note

                id-1
                00:01.000 --> 00:02.000 position:-100% line:200% size:0%
                <c.hidden><script src="x">alert(1)</script><b>粗<i>斜</b></c> 1 < 2 &amp; 3 &lt;img&gt; \u202Eabc\u0007

                00:03.000 --> 00:02.000
                <v 老师>倒着的时间</v>

                00:04.000 --> 00:05.000
                <00:04.500><i></i>
                """;

        assertThat(read(vtt.getBytes(StandardCharsets.UTF_8)).vtt()).isEqualTo("""
                WEBVTT

                00:00:01.000 --> 00:00:02.000
                alert(1)<b>粗<i>斜</i></b> 1 &lt; 2 &amp; 3 &lt;img&gt; abc

                00:00:03.000 --> 00:00:05.000
                倒着的时间
                """);
    }

    @Test
    void keepsCaptionsWithinTheVideo() {
        String text = "00:00:58,000 --> 00:01:30,000\n最后\n\n00:02:00,000 --> 00:02:01,000\n太晚\n";

        CaptionFile file = CaptionFile.read(text.getBytes(StandardCharsets.UTF_8), 60);

        assertThat(file.vtt()).contains("00:00:58.000 --> 00:01:00.000\n最后").doesNotContain("太晚");
        assertThatThrownBy(() -> CaptionFile.read(text.getBytes(StandardCharsets.UTF_8), 10))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo("caption-beyond-video"));
    }

    @Test
    void readsFilesWithoutEmptyLines() {
        String text = "1\n00:00:01,000 --> 00:00:02,000\nA\n2\n00:00:03,000 --> 00:00:04,000\nB\n";

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).vtt())
                .isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\nA\n\n00:00:03.000 --> 00:00:04.000\nB\n");
    }

    @Test
    void refusesWhatHasNoCaptionsOrTooMany() {
        refused("<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8), "caption-without-cues");
        refused("#EXTM3U\nhttp://127.0.0.1/".getBytes(StandardCharsets.UTF_8), "caption-without-cues");
        refused(new byte[0], "caption-without-cues");
        refused("0:0,0-->0:1,0\n.\n\n".repeat(20_000).getBytes(StandardCharsets.UTF_8), "caption-too-many-cues");
    }

    @Test
    void shortensWhatNobodyCanRead() {
        String text = "00:01,0 --> 00:02,0\n" + "长".repeat(100_000) + "\n";

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).vtt())
                .hasSizeLessThan(600)
                .contains("长…");
    }

    @Property(tries = 300)
    void neverWritesTagsOfOthers(@ForAll String text) {
        String cleaned = CaptionText.of("a" + text).clean();

        assertThat(cleaned.replaceAll("</?[biu]>", "")).doesNotContain("<", ">", "-->", "\n\n");
    }

    private static CaptionFile read(byte[] bytes) {
        return CaptionFile.read(bytes, 3600);
    }

    private static void refused(byte[] bytes, String code) {
        assertThatThrownBy(() -> read(bytes))
                .isInstanceOfSatisfying(
                        InvalidInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }
}
