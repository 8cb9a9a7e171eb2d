package org.lecturehalls.competitions.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Column.Mark;

/** Everything that was scored: the rubric, the entries, at most one sheet of each judge for each entry, deductions. */
public final class ScoreTable {

    private final Rubric rubric;
    private final SortedMap<String, List<ScoreSheet>> sheets;
    private final Map<String, BigDecimal> deductions;
    private final @Nullable VoteShare vote;

    private ScoreTable(
            Rubric rubric,
            SortedMap<String, List<ScoreSheet>> sheets,
            Map<String, BigDecimal> deductions,
            @Nullable VoteShare vote) {
        this.rubric = rubric;
        this.sheets = sheets;
        this.deductions = deductions;
        this.vote = vote;
    }

    /**
     * Puts a table together.
     *
     * @throws IllegalArgumentException when a sheet or deduction is for none of the entries, a judge has two sheets for
     *     an entry, or a sheet scores what is not in the rubric
     */
    public static ScoreTable of(
            Rubric rubric,
            Collection<String> entries,
            Collection<ScoreSheet> sheets,
            Collection<Deduction> deductions) {
        SortedMap<String, List<ScoreSheet>> byEntry = new TreeMap<>();
        entries.forEach(entry -> byEntry.put(entry, new ArrayList<>()));
        sheets.forEach(sheet -> sheetsOf(byEntry, sheet.entry()).add(checked(sheet, rubric)));
        byEntry.forEach(ScoreTable::sortByJudge);
        Map<String, BigDecimal> byEntryDeductions = new TreeMap<>();
        for (Deduction deduction : deductions) {
            sheetsOf(byEntry, deduction.entry());
            byEntryDeductions.merge(deduction.entry(), deduction.points(), BigDecimal::add);
        }
        return new ScoreTable(rubric, byEntry, byEntryDeductions, null);
    }

    /** A table of the entries that have a sheet, without deductions. */
    public static ScoreTable of(Rubric rubric, Collection<ScoreSheet> sheets) {
        Set<String> entries = new HashSet<>();
        sheets.forEach(sheet -> entries.add(sheet.entry()));
        return of(rubric, entries, sheets, List.of());
    }

    /** The same with a vote of the public that has a part of the score; without one for null. */
    public ScoreTable with(@Nullable VoteShare share) {
        return new ScoreTable(rubric, sheets, deductions, share);
    }

    public Rubric rubric() {
        return rubric;
    }

    /** The entries in the order of their ids. */
    public SortedSet<String> entries() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sheets.keySet()));
    }

    /** The sheets of an entry in the order of the judges' ids. */
    public List<ScoreSheet> sheets(String entry) {
        return Collections.unmodifiableList(sheetsOf(sheets, entry));
    }

    /** All sheets, by entry and judge. */
    public List<ScoreSheet> sheets() {
        return sheets.values().stream().flatMap(List::stream).toList();
    }

    BigDecimal deduction(String entry) {
        return deductions.getOrDefault(entry, BigDecimal.ZERO);
    }

    @Nullable
    VoteShare vote() {
        return vote;
    }

    /** The same entries, deductions and vote with other sheets. */
    ScoreTable with(Collection<ScoreSheet> others) {
        List<Deduction> same = deductions.entrySet().stream()
                .map(each -> new Deduction(each.getKey(), each.getValue()))
                .toList();
        return of(rubric, sheets.keySet(), others, same).with(vote);
    }

    Column column(Criterion criterion) {
        return columnOf(sheet -> Optional.ofNullable(sheet.scores().get(criterion.id())));
    }

    /** The totals of the complete sheets. */
    Column totals() {
        return columnOf(sheet -> sheet.total(rubric));
    }

    private Column columnOf(Function<ScoreSheet, Optional<BigDecimal>> value) {
        SortedMap<String, List<Mark>> marks = new TreeMap<>();
        sheets.forEach((entry, ofEntry) -> {
            List<Mark> row = new ArrayList<>(ofEntry.size());
            ofEntry.forEach(sheet -> value.apply(sheet).ifPresent(v -> row.add(new Mark(sheet.judge(), v))));
            if (!row.isEmpty()) {
                marks.put(entry, row);
            }
        });
        return new Column(marks);
    }

    private static List<ScoreSheet> sheetsOf(SortedMap<String, List<ScoreSheet>> byEntry, String entry) {
        List<ScoreSheet> found = byEntry.get(entry);
        if (found == null) {
            throw new IllegalArgumentException("There is no entry " + entry);
        }
        return found;
    }

    private static ScoreSheet checked(ScoreSheet sheet, Rubric rubric) {
        for (String criterion : sheet.scores().keySet()) {
            if (!rubric.has(criterion)) {
                throw new IllegalArgumentException("The rubric has no criterion " + criterion);
            }
        }
        return sheet;
    }

    private static void sortByJudge(String entry, List<ScoreSheet> ofEntry) {
        ofEntry.sort(Comparator.comparing(ScoreSheet::judge));
        for (int i = 1; i < ofEntry.size(); i++) {
            if (ofEntry.get(i).judge().equals(ofEntry.get(i - 1).judge())) {
                throw new IllegalArgumentException(
                        "Two sheets of " + ofEntry.get(i).judge() + " for " + entry);
            }
        }
    }
}
