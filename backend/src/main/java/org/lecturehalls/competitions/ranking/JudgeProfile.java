package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What a judge's complete sheets say of the judge, for the officer.
 *
 * @param judge the judge
 * @param sheets how many complete sheets there are
 * @param severity points that the judge gives less than others on the same entries; below zero is mild
 * @param spread how widely the judge spreads entries, over how widely the others do on the same; well below one is
 *     somebody who gives everything much the same. Empty when it cannot be said
 * @param agreement correlation with the mean of the others on the same entries, -1 to 1. Empty when it cannot be said
 */
public record JudgeProfile(
        String judge, int sheets, BigDecimal severity, Optional<BigDecimal> spread, Optional<BigDecimal> agreement) {}
