package org.lecturehalls.competitions.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which judges are connected by entries that they judge together. Judges of groups with no entry in common cannot be
 * told harsh from mild, so groups are joined where two judges may change places, which leaves every load as it is.
 */
final class Overlap {

    private final Map<String, List<String>> judges;
    private final Map<String, PanelEntry> entries;
    private final Map<String, String> parents = new TreeMap<>();

    Overlap(Map<String, List<String>> judges, Map<String, PanelEntry> entries) {
        this.judges = judges;
        this.entries = entries;
        judges.values().forEach(this::join);
    }

    Map<String, List<String>> judges() {
        Map<String, List<String>> sorted = new LinkedHashMap<>();
        judges.forEach(
                (entry, panel) -> sorted.put(entry, panel.stream().sorted().toList()));
        return sorted;
    }

    /** Joins groups until there is one, or no two judges may change places. */
    void connect() {
        boolean joined = true;
        while (joined && groups().size() > 1) {
            joined = joinTwo();
        }
    }

    List<List<String>> groups() {
        Map<String, List<String>> groups = new TreeMap<>();
        new TreeSet<>(parents.keySet())
                .forEach(judge -> groups.computeIfAbsent(root(judge), root -> new ArrayList<>())
                        .add(judge));
        return List.copyOf(groups.values());
    }

    private boolean joinTwo() {
        Map<String, String> shared = new TreeMap<>();
        judges.forEach((entry, panel) -> {
            if (panel.size() > 1) {
                shared.putIfAbsent(root(panel.get(0)), entry);
            }
        });
        for (String one : judges.keySet()) {
            for (String other : shared.values()) {
                if (swap(one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean swap(String one, String other) {
        List<String> first = panel(one);
        List<String> second = panel(other);
        if (first.size() < 2 || root(first.get(0)).equals(root(second.get(0)))) {
            return false;
        }
        for (String a : List.copyOf(first)) {
            for (String b : List.copyOf(second)) {
                boolean may = !entry(one).barred().contains(b)
                        && !entry(other).barred().contains(a);
                if (may && swapIfBetter(first, a, second, b)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean swapIfBetter(List<String> first, String a, List<String> second, String b) {
        int before = groups().size();
        first.set(first.indexOf(a), b);
        second.set(second.indexOf(b), a);
        rebuild();
        if (groups().size() < before) {
            return true;
        }
        first.set(first.indexOf(b), a);
        second.set(second.indexOf(a), b);
        rebuild();
        return false;
    }

    private void rebuild() {
        parents.clear();
        judges.values().forEach(this::join);
    }

    private void join(List<String> panel) {
        panel.forEach(judge -> parents.putIfAbsent(judge, judge));
        panel.forEach(judge -> parents.put(root(judge), root(panel.get(0))));
    }

    private String root(String judge) {
        String at = judge;
        while (!parent(at).equals(at)) {
            at = parent(at);
        }
        return at;
    }

    private String parent(String judge) {
        return parents.getOrDefault(judge, judge);
    }

    private List<String> panel(String entry) {
        return Objects.requireNonNull(judges.get(entry));
    }

    private PanelEntry entry(String id) {
        return Objects.requireNonNull(entries.get(id));
    }
}
