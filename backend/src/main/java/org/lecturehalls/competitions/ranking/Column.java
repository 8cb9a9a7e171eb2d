package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * Comparable numbers of all entries: what the judges gave for one criterion, or the totals of their sheets.
 *
 * @param marks the marks of each entry that has any
 */
record Column(SortedMap<String, List<Mark>> marks) {

    /** One number by one judge. */
    record Mark(String judge, BigDecimal value) {}
}
