package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.lecturehalls.competitions.ContestResult.Placed;

/**
 * Gives out the awards of a plan by the ranking, the highest tier first. Entries that share the rank at the end of a
 * tier all get it, for the rule found them equal.
 */
final class Awarding {

    private Awarding() {}

    /** Tiers by entry. */
    static Map<String, String> of(List<AwardRule> tiers, List<Placed> places) {
        List<Placed> ranked =
                places.stream().filter(place -> place.rank() != null).toList();
        Map<String, String> awards = new HashMap<>();
        for (AwardRule tier : tiers) {
            groups(tier, ranked).values().forEach(group -> give(tier, group, awards));
        }
        return awards;
    }

    private static Map<String, List<Placed>> groups(AwardRule tier, List<Placed> ranked) {
        return ranked.stream()
                .collect(Collectors.groupingBy(
                        place -> tier.perCategory() ? place.category() : "", TreeMap::new, Collectors.toList()));
    }

    private static void give(AwardRule tier, List<Placed> group, Map<String, String> awards) {
        int left = tier.places(group.size());
        int lastRank = 0;
        for (Placed place : group) {
            int rank = Objects.requireNonNull(place.rank());
            if (awards.containsKey(place.entryId())) {
                continue;
            }
            if (left <= 0 && rank != lastRank) {
                return;
            }
            awards.put(place.entryId(), tier.tier());
            lastRank = rank;
            left--;
        }
    }

    /** After how many of all ranked entries awards end; tiers by category have no such line. */
    static List<Integer> lines(ContestPlan plan, int ranked) {
        TreeSet<Integer> lines = new TreeSet<>();
        int sum = 0;
        for (AwardRule tier : plan.awards()) {
            if (!tier.perCategory()) {
                sum += tier.places(ranked);
                if (sum < ranked) {
                    lines.add(sum);
                }
            }
        }
        return new ArrayList<>(lines);
    }
}
