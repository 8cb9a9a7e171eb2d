package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.lecturehalls.competitions.ranking.ScoreScale;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/** Whether scores are on their scales, and whether a sheet is complete. */
final class ScoreChecks {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    private ScoreChecks() {}

    /** @throws InvalidInputException naming each score that is not on its scale */
    static void check(ContestPlan plan, Map<String, String> scores) {
        List<FieldProblem> problems = new ArrayList<>();
        new TreeMap<>(scores)
                .forEach((criterion, score) -> problem(plan, criterion, score)
                        .ifPresent(code -> problems.add(FieldProblem.of("scores." + criterion, code))));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    /** Why a score is not on its scale, as a code; empty when it is. */
    static Optional<String> problem(ContestPlan plan, String criterion, String score) {
        Optional<RubricLine> line = plan.criterion(criterion);
        if (line.isEmpty()) {
            return Optional.of("unknown-criterion");
        }
        if (!DECIMAL.matcher(score).matches()) {
            return Optional.of("not-a-score");
        }
        return line.get().scale().reject(new BigDecimal(score)).map(ScoreChecks::code);
    }

    private static String code(ScoreScale.Rejection rejection) {
        return "score-" + rejection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static void checkComplete(ContestPlan plan, JudgingSheet sheet) {
        List<FieldProblem> open = plan.rubric().stream()
                .filter(line -> !sheet.scores().containsKey(line.id()))
                .map(line -> FieldProblem.of("scores." + line.id(), "not-scored"))
                .toList();
        if (!open.isEmpty()) {
            throw ConflictException.naming("sheet-incomplete", open);
        }
    }
}
