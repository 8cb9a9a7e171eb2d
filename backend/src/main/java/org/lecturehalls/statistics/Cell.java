package org.lecturehalls.statistics;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * The roll-up of one county and month: what each session adds, and the sums under each heading. Both are in one document, so
 * that one write changes both and the sums can't come apart from what they are sums of. Putting the same contribution twice
 * changes nothing, which is why events may be repeated.
 *
 * @param id county and month, for example {@code 451022:2026-05}
 * @param totals by heading; the heading {@value #ALL} is everything
 */
@Document("statisticCells")
record Cell(@Id String id, List<Contribution> contributions, Map<String, Figures> totals, long version) {

    static final String ALL = "all";

    static Cell empty(String id) {
        return new Cell(id, List.of(), Map.of(), 0);
    }

    /** The cell with this session's part replaced by what it adds now. */
    Cell put(Contribution contribution) {
        var without = remove(contribution.sessionId());
        var all = Stream.concat(without.contributions.stream(), Stream.of(contribution))
                .sorted((one, other) -> one.sessionId().compareTo(other.sessionId()))
                .toList();
        var sums = new TreeMap<>(without.totals);
        headings(contribution).forEach(heading -> sums.merge(heading, contribution.figures(), Figures::plus));
        return new Cell(id, all, sums, version + 1);
    }

    /** The cell without this session, which was moved or cancelled. */
    Cell remove(String sessionId) {
        return find(sessionId).map(this::without).orElse(this);
    }

    private Cell without(Contribution contribution) {
        var rest = contributions.stream()
                .filter(each -> !each.equals(contribution))
                .toList();
        var sums = new TreeMap<>(totals);
        headings(contribution)
                .forEach(heading -> sums.computeIfPresent(heading, (key, sum) -> rest(sum, contribution.figures())));
        return new Cell(id, rest, sums, version + 1);
    }

    private static @Nullable Figures rest(Figures sum, Figures part) {
        var rest = sum.minus(part);
        return rest.isNone() ? null : rest;
    }

    Optional<Contribution> find(String sessionId) {
        return contributions.stream()
                .filter(each -> each.sessionId().equals(sessionId))
                .findFirst();
    }

    /** Whether both say the same, however they came to it. */
    boolean saysTheSameAs(Cell other) {
        return id.equals(other.id) && contributions.equals(other.contributions) && totals.equals(other.totals);
    }

    private static Stream<String> headings(Contribution contribution) {
        return Stream.concat(Stream.of(ALL), contribution.headings().stream());
    }
}
