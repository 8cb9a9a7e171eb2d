package org.lecturehalls.sessions.attendance;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who came to a session.
 *
 * @param headCount people counted in the hall, whether or not they are listed; null when nobody counted
 */
public record AttendanceList(
        List<SheetEntry> entries,
        List<Correction> trail,
        @Nullable Integer headCount) {

    static AttendanceList of(List<Sheet> sheets) {
        var entries = sheets.stream()
                .flatMap(sheet -> all(sheet.entries()))
                .sorted(Comparator.comparing(SheetEntry::at).thenComparing(SheetEntry::person))
                .toList();
        var trail = sheets.stream()
                .flatMap(sheet -> all(sheet.trail()))
                .sorted(Comparator.comparing(Correction::at))
                .toList();
        var counted = sheets.stream()
                .map(Sheet::headCount)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new AttendanceList(entries, trail, counted);
    }

    private static <T> Stream<T> all(@Nullable List<T> list) {
        return list == null ? Stream.empty() : list.stream();
    }

    /** People who are listed and were not taken off. */
    public int listed() {
        return (int) entries.stream().filter(SheetEntry::counts).count();
    }

    /** The attendance that counts: those listed, or those counted when that is more, because not everybody is listed. */
    public int attendance() {
        return Math.max(listed(), headCount == null ? 0 : headCount);
    }

    /** The stars of those who came and said. */
    public List<Integer> stars() {
        return entries.stream()
                .filter(SheetEntry::counts)
                .map(SheetEntry::stars)
                .filter(Objects::nonNull)
                .toList();
    }
}
