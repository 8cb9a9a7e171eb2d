package org.lecturehalls.competitions.ranking.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.Criterion;
import org.lecturehalls.competitions.ranking.Rubric;
import org.lecturehalls.competitions.ranking.ScoreSheet;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.competitions.ranking.cli.CsvReader.Row;

/** Reads the scores and, when there is one, the file of weights. */
final class ScoreFiles {

    private static final List<String> SCORE_COLUMNS = List.of("entry", "judge", "criterion", "score");
    private static final List<String> WEIGHT_COLUMNS = List.of("criterion", "weight");

    private ScoreFiles() {}

    /** A sheet's place in the file. */
    private record SheetKey(String entry, String judge) {}

    /** What was read, and the weights that nothing was scored for: likely a slip of the pen. */
    record Read(ScoreTable table, SortedSet<String> unusedWeights) {}

    static Read read(Path scores, @Nullable Path weights) throws BadInput {
        List<String> problems = new ArrayList<>();
        Map<SheetKey, Map<String, BigDecimal>> sheets = new LinkedHashMap<>();
        Map<String, BigDecimal> weightByCriterion = new HashMap<>();
        try {
            sheets = scores(CsvFile.read(scores, SCORE_COLUMNS));
        } catch (BadInput e) {
            problems.addAll(e.problems());
        }
        try {
            weightByCriterion = weights == null ? Map.of() : weights(CsvFile.read(weights, WEIGHT_COLUMNS));
        } catch (BadInput e) {
            problems.addAll(e.problems());
        }
        if (!problems.isEmpty()) {
            throw new BadInput(problems);
        }
        ScoreTable table = table(sheets, weightByCriterion, scores);
        SortedSet<String> unused = new TreeSet<>(weightByCriterion.keySet());
        unused.removeIf(table.rubric()::has);
        return new Read(table, unused);
    }

    private static ScoreTable table(
            Map<SheetKey, Map<String, BigDecimal>> sheets, Map<String, BigDecimal> weights, Path scores)
            throws BadInput {
        TreeSet<String> criteria = new TreeSet<>();
        sheets.values().forEach(sheet -> criteria.addAll(sheet.keySet()));
        if (criteria.isEmpty()) {
            throw new BadInput(scores + ": line 2: there are no scores");
        }
        List<Criterion> weighted = criteria.stream()
                .map(id -> new Criterion(id, weights.getOrDefault(id, BigDecimal.ONE)))
                .toList();
        Collection<ScoreSheet> all = new ArrayList<>();
        sheets.forEach((key, marks) -> all.add(new ScoreSheet(key.entry(), key.judge(), marks)));
        return ScoreTable.of(new Rubric(weighted), all);
    }

    private static Map<SheetKey, Map<String, BigDecimal>> scores(CsvFile file) throws BadInput {
        Map<SheetKey, Map<String, BigDecimal>> sheets = new LinkedHashMap<>();
        Map<SheetKey, Map<String, Integer>> lines = new HashMap<>();
        for (Row row : file.rows()) {
            String entry = file.required(row, "entry");
            String judge = file.required(row, "judge");
            String criterion = file.required(row, "criterion");
            Optional<BigDecimal> score = score(file, row);
            if (entry == null || judge == null || criterion == null) {
                continue;
            }
            SheetKey key = new SheetKey(entry, judge);
            Integer earlier = lines.computeIfAbsent(key, any -> new HashMap<>()).putIfAbsent(criterion, row.line());
            if (earlier != null) {
                file.problem(row, "criterion", "the judge already scored it for this entry on line " + earlier);
            }
            Map<String, BigDecimal> sheet = sheets.computeIfAbsent(key, any -> new TreeMap<>());
            score.ifPresent(value -> sheet.put(criterion, value));
        }
        file.check();
        return sheets;
    }

    /** An empty score was not given, which is not the same as zero. */
    private static Optional<BigDecimal> score(CsvFile file, Row row) {
        String field = file.optional(row, "score");
        if (field == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> score = DecimalField.parse(field);
        if (score.isEmpty()) {
            file.problem(row, "score", "\"%s\" is not a decimal number".formatted(field));
        }
        return score;
    }

    private static Map<String, BigDecimal> weights(CsvFile file) throws BadInput {
        Map<String, BigDecimal> weights = new HashMap<>();
        for (Row row : file.rows()) {
            String criterion = file.required(row, "criterion");
            String field = file.required(row, "weight");
            if (criterion == null || field == null) {
                continue;
            }
            Optional<BigDecimal> weight = DecimalField.parse(field).filter(value -> value.signum() >= 0);
            if (weight.isEmpty()) {
                file.problem(row, "weight", "\"%s\" is not a decimal number of zero or more".formatted(field));
            } else if (weights.put(criterion, weight.get()) != null) {
                file.problem(row, "criterion", "has two weights");
            }
        }
        file.check();
        return weights;
    }
}
