package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.SheetStore.SheetText;
import org.lecturehalls.exchange.files.TableRow;
import org.lecturehalls.exchange.files.TableRows;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;

/**
 * Reads a spreadsheet of scores: a row for each sheet, with the entry's number, the judge by name or id, a column for
 * each criterion by name or id, and a comment if there is one.
 */
final class PaperSheets {

    private static final List<String> NUMBER = List.of("编号", "number");
    private static final List<String> JUDGE = List.of("评委", "judge");
    private static final List<String> COMMENT = List.of("评语", "comment");
    private static final int MOST_PROBLEMS = 100;

    private final Contest contest;
    private final Map<String, JudgingSheet> present;
    private final List<FieldProblem> problems = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();

    PaperSheets(Contest contest, Map<String, JudgingSheet> present) {
        this.contest = contest;
        this.present = present;
    }

    /** What a row says of a sheet. */
    record PaperSheet(String sheetId, SheetText text) {}

    /** @throws InvalidInputException naming each wrong cell as {@code rows[17].column} */
    List<PaperSheet> read(TableRows rows) {
        if (!rows.hasNext()) {
            throw new InvalidInputException("empty-file");
        }
        Map<String, Integer> columns = columns(rows.next());
        List<PaperSheet> sheets = new ArrayList<>();
        while (rows.hasNext() && problems.size() < MOST_PROBLEMS) {
            row(rows.next(), columns).ifPresent(sheets::add);
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return sheets;
    }

    private Map<String, Integer> columns(TableRow header) {
        Map<String, Integer> columns = new HashMap<>();
        find(header, "number", NUMBER, columns);
        find(header, "judge", JUDGE, columns);
        for (RubricLine line : contest.plan().rubric()) {
            find(header, line.id(), List.of(line.id(), line.name()), columns);
        }
        for (String name : COMMENT) {
            Optional.of(header.cells().indexOf(name)).filter(at -> at >= 0).ifPresent(at -> columns.put("", at));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
        return columns;
    }

    private void find(TableRow header, String column, List<String> names, Map<String, Integer> columns) {
        Optional<Integer> at = names.stream()
                .map(name -> header.cells().indexOf(name))
                .filter(index -> index >= 0)
                .findFirst();
        at.ifPresentOrElse(index -> columns.put(column, index), () -> add(header, column, "missing-column"));
    }

    private Optional<PaperSheet> row(TableRow row, Map<String, Integer> columns) {
        int before = problems.size();
        @Nullable String entry = entry(row, columns);
        @Nullable String judge = judge(row, columns);
        Map<String, String> scores = scores(row, columns);
        if (entry == null || judge == null) {
            return Optional.empty();
        }
        String id = JudgingSheet.id(entry, judge);
        JudgingSheet sheet = present.get(id);
        if (sheet == null) {
            add(row, "judge", "not-assigned");
        } else if (sheet.state() == SheetState.SUBMITTED) {
            add(row, "judge", "submitted-already");
        } else if (!seen.add(id)) {
            add(row, "judge", "repeated");
        }
        String comment = columns.containsKey("") ? cell(row, columns, "") : "";
        SheetText text = new SheetText(scores, comment.isEmpty() ? null : comment, null);
        return problems.size() > before ? Optional.empty() : Optional.of(new PaperSheet(id, text));
    }

    private @Nullable String entry(TableRow row, Map<String, Integer> columns) {
        String number = cell(row, columns, "number");
        Optional<String> entry = contest.takingPart().stream()
                .filter(ref -> String.valueOf(ref.number()).equals(number))
                .map(EntryRef::id)
                .findFirst();
        if (entry.isEmpty()) {
            add(row, "number", "unknown-entry");
        }
        return entry.orElse(null);
    }

    private @Nullable String judge(TableRow row, Map<String, Integer> columns) {
        String name = cell(row, columns, "judge");
        List<String> found = contest.judges().stream()
                .filter(judge -> judge.id().equals(name) || judge.name().equals(name))
                .map(Judge::id)
                .toList();
        if (found.size() != 1) {
            add(row, "judge", found.isEmpty() ? "unknown-judge" : "ambiguous-judge");
            return null;
        }
        return found.get(0);
    }

    private Map<String, String> scores(TableRow row, Map<String, Integer> columns) {
        Map<String, String> scores = new TreeMap<>();
        for (RubricLine line : contest.plan().rubric()) {
            String score = cell(row, columns, line.id());
            if (score.isEmpty()) {
                add(row, line.id(), "not-scored");
            } else {
                scores.put(line.id(), score);
                ScoreChecks.problem(contest.plan(), line.id(), score).ifPresent(code -> add(row, line.id(), code));
            }
        }
        return scores;
    }

    private static String cell(TableRow row, Map<String, Integer> columns, String column) {
        return row.cell(columns.getOrDefault(column, Integer.MAX_VALUE));
    }

    private void add(TableRow row, String column, String code) {
        problems.add(FieldProblem.of("rows[" + row.number() + "]." + column, code));
    }
}
