package org.lecturehalls.competitions.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SimilarTextsTest {

    private final PlanWriter writer = new PlanWriter(new Random(7));

    @Test
    void findsNearlyAllCopiesAndTellsFewThatAreNone() {
        SimilarityBench.Measured measured = SimilarityBench.measure(400, 3);

        assertThat(measured.recall()).isGreaterThanOrEqualTo(95);
        assertThat(measured.falsePercent()).isLessThanOrEqualTo(1);
    }

    @Test
    void showsWhatWasCopiedSideBySideEditsIncluded() {
        String copied = writer.plan(200);
        String edited = copied.substring(0, 100) + "改" + copied.substring(101);
        SharedPassages shared = SharedPassages.of(writer.plan(300) + copied, edited + "\n" + writer.plan(400), "");

        assertThat(shared.passages()).hasSize(1);
        assertThat(shared.passages().get(0).second()).contains("改");
        assertThat(shared.share()).isBetween(0.35, 0.42);
    }

    @Test
    void ignoresBlanksPunctuationAndWidth() {
        String text = writer.plan(300);
        String spaced = text.replace("。", " ， ") + "ＡＢＣ１２３";

        assertThat(SimilarTexts.pairs(List.of(text + "abc123", spaced), "", 0.9))
                .hasSize(1);
    }

    @Test
    void doesNotCountTheTemplate() {
        String template = PlanWriter.template();
        List<String> plans = List.of(template + writer.plan(300), template + writer.plan(300), template);

        assertThat(SimilarTexts.pairs(plans, template, 0.15)).isEmpty();
        assertThat(SimilarTexts.pairs(plans, "", 0.15)).isNotEmpty();
        assertThat(SharedPassages.of(plans.get(0), plans.get(1), template).passages())
                .isEmpty();
    }

    @Test
    void takesTextsOfAnyLength() {
        assertThat(SimilarTexts.pairs(List.of("", "短", "一二三四五六七八"), "", 0.15)).isEmpty();
        assertThat(SimilarTexts.pairs(List.of("一二三四五六七八九十甲乙丙", "一二三四五六七八九十甲乙丙"), "", 0.5))
                .hasSize(1);
    }
}
