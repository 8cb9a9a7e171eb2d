package org.lecturehalls.competitions.ranking;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The result.
 *
 * @param rule what it was made by
 * @param entries by rank; entries that share one are in the order of their ids
 * @param unranked the entries without a score, in the order of their ids
 */
public record Ranking(RankingRule rule, List<RankedEntry> entries, List<UnrankedEntry> unranked) {

    public Ranking {
        entries = List.copyOf(entries);
        unranked = List.copyOf(unranked);
    }

    /** The entries of rank {@code places} or better; more than that many when ranks are shared at the line. */
    public Set<String> top(int places) {
        return entries.stream()
                .filter(entry -> entry.rank() <= places)
                .map(RankedEntry::entry)
                .collect(Collectors.toUnmodifiableSet());
    }
}
