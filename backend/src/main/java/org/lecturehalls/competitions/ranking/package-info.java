/**
 * Turns judges' score sheets into a ranking. Plain Java with exact decimals: no framework, no clock, no chance.
 *
 * <p>{@link org.lecturehalls.competitions.ranking.ScoreTable} holds what the judges wrote,
 * {@link org.lecturehalls.competitions.ranking.RankingRule} what was announced before judging, and
 * {@link org.lecturehalls.competitions.ranking.RankingEngine} makes the
 * {@link org.lecturehalls.competitions.ranking.Ranking} of the two. The same input gives the same ranking to the last
 * digit, in whatever order the sheets come and whatever the judges are called.
 */
@NullMarked
package org.lecturehalls.competitions.ranking;

import org.jspecify.annotations.NullMarked;
