package org.lecturehalls.competitions.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class JudgeAssignmentProperties {

    private static final List<String> CATEGORIES = List.of("故事", "宣讲", "快板");

    @Property(tries = 60)
    void givesEveryEntryItsJudgesWithinOneOfEachOther(
            @ForAll @IntRange(min = 3, max = 12) int judges,
            @ForAll @IntRange(min = 1, max = 40) int entries,
            @ForAll @IntRange(min = 1, max = 3) int perEntry,
            @ForAll long seed) {
        Panels panels = JudgeAssignment.of(judges(judges), entries(entries, 0, judges, seed), perEntry);

        assertThat(panels.shortfalls()).isEmpty();
        panels.judges()
                .values()
                .forEach(panel -> assertThat(panel).hasSize(perEntry).doesNotHaveDuplicates());
        assertThat(Collections.max(panels.loads().values())
                        - Collections.min(panels.loads().values()))
                .isLessThanOrEqualTo(1);
    }

    @Property(tries = 60)
    void neverGivesAnybodyWhatTheyMustNotJudge(
            @ForAll @IntRange(min = 2, max = 10) int judges,
            @ForAll @IntRange(min = 1, max = 30) int entries,
            @ForAll @IntRange(min = 0, max = 10) int barred,
            @ForAll long seed) {
        List<PanelEntry> all = entries(entries, Math.min(barred, judges), judges, seed);
        Panels panels = JudgeAssignment.of(judges(judges), all, 2);

        for (PanelEntry entry : all) {
            List<String> panel = panels.judges().get(entry.id());
            assertThat(panel).doesNotHaveDuplicates().noneMatch(entry.barred()::contains);
            int free = judges - entry.barred().size();
            assertThat(panel).hasSize(Math.min(2, free));
            assertThat(panels.shortfalls().stream()
                            .anyMatch(each -> each.entry().equals(entry.id())))
                    .isEqualTo(free < 2);
        }
    }

    @Property(tries = 40)
    void connectsAllJudgesWhereEntriesSuffice(
            @ForAll @IntRange(min = 3, max = 10) int judges, @ForAll @IntRange(min = 20, max = 40) int entries) {
        Panels panels = JudgeAssignment.of(judges(judges), entries(entries, 0, judges, 1), 3);

        assertThat(panels.groups()).hasSize(1);
    }

    @Example
    void joinsGroupsByAChangeOfPlaces() {
        Map<String, List<String>> apart = new java.util.TreeMap<>(Map.of(
                "e1", new ArrayList<>(List.of("a", "b")),
                "e2", new ArrayList<>(List.of("c", "d")),
                "e3", new ArrayList<>(List.of("a", "b")),
                "e4", new ArrayList<>(List.of("c", "d"))));
        Map<String, PanelEntry> entries =
                apart.keySet().stream().collect(Collectors.toMap(id -> id, id -> new PanelEntry(id, "", Set.of())));
        Overlap overlap = new Overlap(apart, entries);
        assertThat(overlap.groups()).hasSize(2);

        overlap.connect();

        assertThat(overlap.groups()).containsExactly(List.of("a", "b", "c", "d"));
        assertThat(overlap.judges().values().stream()
                        .flatMap(List::stream)
                        .collect(Collectors.groupingBy(j -> j, Collectors.counting()))
                        .values())
                .containsOnly(2L);
    }

    @Example
    void prefersJudgesWhoKnowTheCategory() {
        List<PanelJudge> judges = List.of(
                new PanelJudge("a", Set.of("故事")), new PanelJudge("b", Set.of("宣讲")), new PanelJudge("c", Set.of()));
        List<PanelEntry> entries = List.of(
                new PanelEntry("1", "宣讲", Set.of()),
                new PanelEntry("2", "故事", Set.of()),
                new PanelEntry("3", "快板", Set.of()));

        assertThat(JudgeAssignment.of(judges, entries, 1).judges())
                .isEqualTo(Map.of("1", List.of("b"), "2", List.of("a"), "3", List.of("c")));
    }

    private static List<PanelJudge> judges(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new PanelJudge("j" + i, Set.of(CATEGORIES.get(i % 3))))
                .toList();
    }

    private static List<PanelEntry> entries(int count, int barred, int judges, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    List<Integer> all =
                            new ArrayList<>(IntStream.range(0, judges).boxed().toList());
                    Collections.shuffle(all, random);
                    Set<String> names = all.subList(0, barred == 0 ? 0 : random.nextInt(barred + 1)).stream()
                            .map(j -> "j" + j)
                            .collect(Collectors.toSet());
                    return new PanelEntry("e" + i, CATEGORIES.get(i % 3), names);
                })
                .toList();
    }
}
