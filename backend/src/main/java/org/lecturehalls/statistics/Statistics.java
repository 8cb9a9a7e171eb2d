package org.lecturehalls.statistics;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.lecturehalls.halls.HallDirectory;
import org.lecturehalls.halls.HallSummary;
import org.lecturehalls.halls.HallType;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.platform.Recent;
import org.lecturehalls.regions.RegionCode;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions from the cells: sums over a region's counties and a year's months. */
@Service
class Statistics {

    private static final int REGIONS_KEPT = 200;

    private final CellStore cells;
    private final CellCache cache;
    private final HallDirectory halls;
    private final LecturerDirectory lecturers;
    private final Recent<Means> means;

    Statistics(
            CellStore cells,
            CellCache cache,
            HallDirectory halls,
            LecturerDirectory lecturers,
            StatisticsSettings settings,
            Clock clock) {
        this.cells = cells;
        this.cache = cache;
        this.halls = halls;
        this.lecturers = lecturers;
        this.means = new Recent<>(settings.fresh(), REGIONS_KEPT, clock);
    }

    /** One line of a table. */
    @Schema(name = "StatisticsLine")
    record Line(String key, Figures figures) {}

    /** What there is to lecture with, now. */
    private record Means(long halls, long bases, long teams, long lecturers) {}

    /** @param lectured lecturers who held a session that year */
    record Sentence(
            String region,
            int year,
            long halls,
            long bases,
            long teams,
            long lecturers,
            long lectured,
            Figures figures) {}

    /** The city's sentence of the year. */
    Mono<Sentence> sentence(RegionCode region, int year) {
        return totals(region, year)
                .zipWith(means.get(region.value(), () -> means(region)))
                .map(both -> sentence(region, year, both.getT1(), both.getT2()));
    }

    private static Sentence sentence(RegionCode region, int year, List<Cell> sums, Means means) {
        return new Sentence(
                region.value(),
                year,
                means.halls(),
                means.bases(),
                means.teams(),
                means.lecturers(),
                keys(sums, Dimension.LECTURER),
                sum(sums, Cell.ALL));
    }

    private Mono<Means> means(RegionCode region) {
        var open = halls.within(region).filter(HallSummary::active).collectMultimap(HallSummary::type);
        return open.zipWith(
                lecturers.countWithin(region),
                (byType, staff) -> new Means(
                        byType.getOrDefault(HallType.HALL, List.of()).size(),
                        byType.getOrDefault(HallType.PRACTICE_BASE, List.of()).size(),
                        staff.teams(),
                        staff.lecturers()));
    }

    /** Month by month; months without sessions are there, with zeros. */
    Mono<List<Line>> months(RegionCode region, int year) {
        return totals(region, year).map(sums -> {
            var months = grouped(sums, cell -> cell.id().substring(cell.id().indexOf(':') + 1));
            for (var month = 1; month <= 12; month++) {
                months.putIfAbsent("%d-%02d".formatted(year, month), Figures.NONE);
            }
            return lines(months);
        });
    }

    /** Counties, the one with the most attendances first. */
    Mono<List<Line>> counties(RegionCode region, int year) {
        var most = Comparator.comparingLong((Line line) -> line.figures().attendances())
                .thenComparingLong(line -> line.figures().sessions())
                .reversed()
                .thenComparing(Line::key);
        return totals(region, year)
                .map(sums ->
                        grouped(sums, cell -> cell.id().substring(0, cell.id().indexOf(':'))))
                .map(counties -> lines(counties).stream().sorted(most).toList());
    }

    Mono<List<Line>> breakdown(RegionCode region, int year, Dimension dimension) {
        return totals(region, year).map(sums -> {
            var byKey = new TreeMap<String, Figures>();
            sums.forEach(cell -> cell.totals().forEach((heading, figures) -> {
                if (heading.startsWith(dimension.prefix())) {
                    byKey.merge(heading.substring(dimension.prefix().length()), figures, Figures::plus);
                }
            }));
            return lines(byKey);
        });
    }

    /** The sessions behind one number: of a county's month, under a heading or all. */
    Mono<List<Contribution>> behind(RegionCode county, String month, String heading) {
        return cells.find(county.value() + ":" + month)
                .map(cell -> cell.contributions().stream()
                        .filter(each ->
                                heading.equals(Cell.ALL) || each.headings().contains(heading))
                        .toList());
    }

    private Mono<List<Cell>> totals(RegionCode region, int year) {
        return cache.get(region + ":" + year, () -> cells.totals(region, year).collectList());
    }

    private static TreeMap<String, Figures> grouped(List<Cell> sums, Function<Cell, String> key) {
        var groups = new TreeMap<String, Figures>();
        sums.forEach(cell -> groups.merge(key.apply(cell), total(cell), Figures::plus));
        return groups;
    }

    private static Figures sum(List<Cell> sums, String heading) {
        return sums.stream()
                .map(cell -> cell.totals().getOrDefault(heading, Figures.NONE))
                .reduce(Figures.NONE, Figures::plus);
    }

    private static Figures total(Cell cell) {
        return cell.totals().getOrDefault(Cell.ALL, Figures.NONE);
    }

    private static long keys(List<Cell> sums, Dimension dimension) {
        return sums.stream()
                .flatMap(cell -> cell.totals().keySet().stream())
                .filter(heading -> heading.startsWith(dimension.prefix()))
                .distinct()
                .count();
    }

    private static List<Line> lines(Map<String, Figures> figures) {
        return figures.entrySet().stream()
                .map(each -> new Line(each.getKey(), each.getValue()))
                .toList();
    }
}
