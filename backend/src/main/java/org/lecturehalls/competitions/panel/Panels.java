package org.lecturehalls.competitions.panel;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who judges what.
 *
 * @param judges of each entry, by id
 * @param loads how many entries each judge has
 * @param shortfalls entries that could not be given as many judges as wanted
 * @param groups judges between whom severity can be compared, since entries connect them; one group is how it should be
 */
public record Panels(
        Map<String, List<String>> judges,
        Map<String, Integer> loads,
        List<Shortfall> shortfalls,
        List<List<String>> groups) {

    /** Judges who can be compared with each other over the panels that they share. */
    public static List<List<String>> groups(Collection<List<String>> panels) {
        Map<String, List<String>> numbered = new TreeMap<>();
        panels.forEach(panel -> numbered.put(String.valueOf(numbered.size()), panel));
        return new Overlap(numbered, Map.of()).groups();
    }

    /** An entry with fewer judges than wanted, since the others must not judge it. */
    public record Shortfall(String entry, int wanted, int given) {}
}
