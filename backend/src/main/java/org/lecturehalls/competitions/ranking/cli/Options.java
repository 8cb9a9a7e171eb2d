package org.lecturehalls.competitions.ranking.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.RankingMethod;
import org.lecturehalls.competitions.ranking.RankingRule;
import org.lecturehalls.competitions.ranking.Rounding;

/**
 * What the command line asks for.
 *
 * @param scores the file of scores
 * @param weights the file of weights, if any
 * @param rule made of the other options
 */
record Options(Path scores, @Nullable Path weights, RankingRule rule) {

    static final String USAGE = """
            usage: rank.sh SCORES.csv [options]
              SCORES.csv             columns entry,judge,criterion,score; an empty score was not given
              --weights FILE         columns criterion,weight; a criterion that is not there counts 1
              --method METHOD        mean (default), trimmed, median, judge-adjusted, borda or bradley-terry
              --drop N               for trimmed: judges dropped at either end (default 1)
              --shrinkage X          for judge-adjusted: sheets' worth of doubt for each judge (default 1)
              --trim-by WHAT         criterion (default): the method averages each criterion, rounds, weights, rounds
                                     and sums; sheet: it averages the weighted totals of complete sheets
              --scale N              digits after the point (default 2)
              --rounding MODE        half-up (default), half-even, half-down, up, down, ceiling or floor
            Prints rank,entry,score. Entries without a score come last, without a rank.""";

    private static final List<String> KNOWN =
            List.of("--weights", "--method", "--drop", "--shrinkage", "--trim-by", "--scale", "--rounding");

    static Options parse(List<String> arguments) throws BadInput {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Map<String, String> given = new TreeMap<>();
        Path scores = null;
        while (!rest.isEmpty()) {
            String argument = rest.pop();
            if (!argument.startsWith("--")) {
                if (scores != null) {
                    throw new BadInput("one file of scores at a time: " + argument);
                }
                scores = Path.of(argument);
            } else {
                option(argument, rest, given);
            }
        }
        if (scores == null) {
            throw new BadInput("the file of scores is missing\n" + USAGE);
        }
        String weights = given.get("--weights");
        return new Options(scores, weights == null ? null : Path.of(weights), rule(given));
    }

    private static void option(String argument, Deque<String> rest, Map<String, String> given) throws BadInput {
        int equals = argument.indexOf('=');
        String name = equals < 0 ? argument : argument.substring(0, equals);
        if (!KNOWN.contains(name)) {
            throw new BadInput("unknown option " + name + "\n" + USAGE);
        }
        String value = equals < 0 ? rest.poll() : argument.substring(equals + 1);
        if (value == null || value.isEmpty()) {
            throw new BadInput(name + " needs a value");
        }
        if (given.put(name, value) != null) {
            throw new BadInput(name + " is given twice");
        }
    }

    private static RankingRule rule(Map<String, String> given) throws BadInput {
        Rounding rounding =
                new Rounding(number(given, "--scale", 2, 12), mode(given.getOrDefault("--rounding", "half-up")));
        RankingRule.Basis basis = switch (given.getOrDefault("--trim-by", "criterion")) {
            case "criterion" -> RankingRule.Basis.CRITERION;
            case "sheet" -> RankingRule.Basis.SHEET;
            default -> throw new BadInput("--trim-by is criterion or sheet, not " + given.get("--trim-by"));
        };
        return new RankingRule(method(given), basis, rounding, List.of());
    }

    private static RankingMethod method(Map<String, String> given) throws BadInput {
        int drop = number(given, "--drop", 1, 1_000);
        BigDecimal shrinkage = shrinkage(given);
        return switch (given.getOrDefault("--method", "mean")) {
            case "mean" -> new RankingMethod.Mean();
            case "trimmed" -> drop == 0 ? new RankingMethod.Mean() : new RankingMethod.TrimmedMean(drop);
            case "median" -> new RankingMethod.Median();
            case "judge-adjusted" -> new RankingMethod.JudgeAdjusted(shrinkage);
            case "borda" -> new RankingMethod.Borda();
            case "bradley-terry" -> new RankingMethod.BradleyTerry();
            default ->
                throw new BadInput("--method is mean, trimmed, median, judge-adjusted, borda or bradley-terry, not "
                        + given.get("--method"));
        };
    }

    private static BigDecimal shrinkage(Map<String, String> given) throws BadInput {
        String value = given.getOrDefault("--shrinkage", "1");
        Optional<BigDecimal> shrinkage = DecimalField.parse(value).filter(number -> number.signum() > 0);
        return shrinkage.orElseThrow(() -> new BadInput("--shrinkage is a number above zero, not " + value));
    }

    private static RoundingMode mode(String name) throws BadInput {
        return switch (name) {
            case "half-up" -> RoundingMode.HALF_UP;
            case "half-even" -> RoundingMode.HALF_EVEN;
            case "half-down" -> RoundingMode.HALF_DOWN;
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            case "ceiling" -> RoundingMode.CEILING;
            case "floor" -> RoundingMode.FLOOR;
            default ->
                throw new BadInput(
                        "--rounding is half-up, half-even, half-down, up, down, ceiling or floor, not " + name);
        };
    }

    private static int number(Map<String, String> given, String name, int otherwise, int most) throws BadInput {
        String value = given.get(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) > most) {
            throw new BadInput("%s is a whole number from 0 to %d, not %s".formatted(name, most, value));
        }
        return Integer.parseInt(value);
    }
}
