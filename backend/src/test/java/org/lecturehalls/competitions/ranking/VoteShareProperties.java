package org.lecturehalls.competitions.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.lecturehalls.competitions.ranking.RankingMethod.BradleyTerry;
import org.lecturehalls.competitions.ranking.RankingMethod.Mean;

class VoteShareProperties {

    private static final Rubric RUBRIC = Scores.rubric("content:1");
    private static final BigDecimal FULL = BigDecimal.TEN;

    @Property(tries = 200)
    void neverMovesAnEntryByMoreThanItsPart(@ForAll long seed, @ForAll @IntRange(min = 1, max = 10) int percent) {
        Random random = new Random(seed);
        ScoreTable table = table(random);
        Map<String, BigDecimal> judged = scores(RankingEngine.rank(table, RankingRule.of(new Mean(), 6)));

        scores(RankingEngine.rank(table.with(votes(random, percent)), RankingRule.of(new Mean(), 6)))
                .forEach((entry, score) -> {
                    BigDecimal own = judged.get(entry)
                            .multiply(BigDecimal.valueOf(100 - percent))
                            .movePointLeft(2);
                    BigDecimal most = FULL.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
                    assertThat(score.subtract(own))
                            .isBetween(new BigDecimal("-0.000001"), most.add(new BigDecimal("0.000001")));
                });
    }

    @Property(tries = 50)
    void changesNothingWhereNobodyVotedOrWhereThereAreNoMarks(@ForAll long seed) {
        Random random = new Random(seed);
        ScoreTable table = table(random);
        RankingRule mean = RankingRule.of(new Mean(), 2);
        RankingRule order = RankingRule.of(new BradleyTerry(), 2);

        assertThat(RankingEngine.rank(table.with(new VoteShare(5, FULL, Map.of())), mean))
                .isEqualTo(RankingEngine.rank(table, mean));
        assertThat(RankingEngine.rank(table.with(votes(random, 5)), order)).isEqualTo(RankingEngine.rank(table, order));
    }

    private static VoteShare votes(Random random, int percent) {
        Map<String, Long> votes = new HashMap<>();
        for (int i = 0; i < 6; i++) {
            votes.put("e" + i, (long) random.nextInt(1_000_000));
        }
        return new VoteShare(percent, FULL, votes);
    }

    private static ScoreTable table(Random random) {
        List<ScoreSheet> sheets = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            BigDecimal score = BigDecimal.valueOf(5L * random.nextInt(21), 1);
            sheets.add(new ScoreSheet("e" + i, "judge", Map.of("content", score)));
        }
        return ScoreTable.of(RUBRIC, sheets);
    }

    private static Map<String, BigDecimal> scores(Ranking ranking) {
        Map<String, BigDecimal> scores = new HashMap<>();
        ranking.entries().forEach(each -> scores.put(each.entry(), each.score()));
        return scores;
    }
}
