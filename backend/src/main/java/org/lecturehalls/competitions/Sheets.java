package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ranking.ScoreScale;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A judge's own score sheets. */
@Service
class Sheets {

    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,6}(\\.[0-9]{1,6})?");

    private final Contests contests;
    private final SheetStore store;

    Sheets(Contests contests, SheetStore store) {
        this.contests = contests;
        this.store = store;
    }

    /** Fails with {@link NotFoundException} for whoever has no such sheet. */
    Mono<JudgingSheet> get(CurrentUser judge, String contestId, String entryId) {
        return store.find(entryId, judge.id())
                .filter(sheet -> sheet.contestId().equals(contestId))
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Saves what was typed, complete or not; every score that is there must be on its scale. */
    Mono<JudgingSheet> save(
            CurrentUser judge, String contestId, String entryId, Map<String, String> scores, @Nullable String comment) {
        return get(judge, contestId, entryId)
                .delayUntil(sheet -> plan(judge, contestId).doOnNext(plan -> checkScores(plan, scores)))
                .flatMap(sheet -> store.write(sheet.id(), scores, comment, contests.now())
                        .switchIfEmpty(Mono.defer(() -> refuse(judge, sheet))));
    }

    /** Submits the sheet for good; a repeat answers the same sheet. */
    Mono<JudgingSheet> submit(CurrentUser judge, String contestId, String entryId) {
        return Mono.defer(() -> get(judge, contestId, entryId))
                .flatMap(sheet -> sheet.state() == SheetState.SUBMITTED ? Mono.just(sheet) : submit(judge, sheet))
                .retryWhen(LostRace.retry());
    }

    private Mono<JudgingSheet> submit(CurrentUser judge, JudgingSheet sheet) {
        if (!sheet.open()) {
            return Mono.error(new ConflictException("judging-closed"));
        }
        return plan(judge, sheet.contestId())
                .doOnNext(plan -> checkComplete(plan, sheet))
                .flatMap(plan -> store.submit(sheet, contests.now()).transform(LostRace.whenEmpty()));
    }

    private Mono<ContestPlan> plan(CurrentUser judge, String contestId) {
        return contests.get(judge, contestId).map(Contest::plan);
    }

    private Mono<JudgingSheet> refuse(CurrentUser judge, JudgingSheet sheet) {
        return get(judge, sheet.contestId(), sheet.entryId())
                .map(present -> present.state() == SheetState.SUBMITTED ? "sheet-submitted" : "judging-closed")
                .flatMap(code -> Mono.error(new ConflictException(code)));
    }

    private static void checkScores(ContestPlan plan, Map<String, String> scores) {
        List<FieldProblem> problems = new ArrayList<>();
        new TreeMap<>(scores)
                .forEach((criterion, score) -> problem(plan, criterion, score)
                        .ifPresent(code -> problems.add(FieldProblem.of("scores." + criterion, code))));
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static Optional<String> problem(ContestPlan plan, String criterion, String score) {
        Optional<RubricLine> line = plan.criterion(criterion);
        if (line.isEmpty()) {
            return Optional.of("unknown-criterion");
        }
        if (!DECIMAL.matcher(score).matches()) {
            return Optional.of("not-a-score");
        }
        return line.get().scale().reject(new BigDecimal(score)).map(Sheets::code);
    }

    private static String code(ScoreScale.Rejection rejection) {
        return "score-" + rejection.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void checkComplete(ContestPlan plan, JudgingSheet sheet) {
        List<FieldProblem> open = plan.rubric().stream()
                .filter(line -> !sheet.scores().containsKey(line.id()))
                .map(line -> FieldProblem.of("scores." + line.id(), "not-scored"))
                .toList();
        if (!open.isEmpty()) {
            throw ConflictException.naming("sheet-incomplete", open);
        }
    }
}
