package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;

/**
 * A sheet that lies far from what the other judges of the entry and the other sheets of the judge let expect. Something
 * to look at, not a reproach: the one who differs may have seen what nobody else has.
 *
 * @param entry the entry
 * @param judge the judge
 * @param difference points above, or below zero, what was to be expected
 */
public record SheetToReview(String entry, String judge, BigDecimal difference) {}
