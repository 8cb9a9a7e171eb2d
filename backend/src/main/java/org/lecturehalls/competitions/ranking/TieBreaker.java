package org.lecturehalls.competitions.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts entries of equal score in order as far as the chain can. */
record TieBreaker(ScoreTable table, List<TieBreak> chain) {

    /**
     * A place among the tied.
     *
     * @param rank from 1, shared by those whom the whole chain finds equal
     * @param decidedBy the last link that put the entry apart from another one
     */
    record Place(String entry, int rank, Optional<TieBreak> decidedBy) {}

    /** All the tied, by place. */
    List<Place> places(List<String> tied) {
        List<Place> places = new ArrayList<>();
        resolve(tied, chain, Optional.empty(), places);
        return places;
    }

    int sheets(String entry) {
        return table.sheets(entry).size();
    }

    private void resolve(List<String> tied, List<TieBreak> rest, Optional<TieBreak> decidedBy, List<Place> places) {
        if (tied.size() == 1 || rest.isEmpty()) {
            int rank = places.size() + 1;
            tied.stream().sorted().forEach(entry -> places.add(new Place(entry, rank, decidedBy)));
            return;
        }
        TieBreak link = rest.get(0);
        Map<Ratio, List<String>> groups = new TreeMap<>(Comparator.reverseOrder());
        Map<String, Ratio> values = TieBreakValues.of(link, table, tied);
        values.forEach((entry, value) ->
                groups.computeIfAbsent(value, same -> new ArrayList<>()).add(entry));
        Optional<TieBreak> decided = groups.size() > 1 ? Optional.of(link) : decidedBy;
        groups.values().forEach(group -> resolve(group, rest.subList(1, rest.size()), decided, places));
    }
}
