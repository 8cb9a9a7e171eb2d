package org.lecturehalls.competitions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.lecturehalls.competitions.PaperSheets.PaperSheet;
import org.lecturehalls.exchange.files.TableRows;
import org.lecturehalls.exchange.files.UnreadableTableException;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Scores that judges wrote on paper, brought in by an officer from a spreadsheet: all of its rows or none. */
@Service
class PaperScores {

    private final Contests contests;
    private final SheetStore sheets;
    private final ContestLog log;

    PaperScores(Contests contests, SheetStore sheets, ContestLog log) {
        this.contests = contests;
        this.sheets = sheets;
        this.log = log;
    }

    /**
     * Submits a sheet for each row, unless it is only to be looked at. Fails with {@link InvalidInputException} naming
     * every wrong cell by row and column. A row whose sheet has been submitted meanwhile is left as it is.
     *
     * @return how many sheets the file holds
     */
    Mono<Integer> take(CurrentUser officer, String contestId, byte[] file, boolean dryRun) {
        return contests.run(officer, contestId)
                .doOnNext(contest -> contests.check(ContestPolicy.WHILE_JUDGED, contest))
                .flatMap(contest -> read(contest, file))
                .delayUntil(read -> dryRun ? Mono.empty() : submitAll(officer, read))
                .map(List::size);
    }

    private Mono<List<PaperSheet>> read(Contest contest, byte[] file) {
        return sheets.ofContest(contest.id())
                .collect(Collectors.toMap(JudgingSheet::id, sheet -> sheet))
                .publishOn(Schedulers.boundedElastic())
                .map(present -> read(contest, present, file));
    }

    private static List<PaperSheet> read(Contest contest, Map<String, JudgingSheet> present, byte[] bytes) {
        try {
            Path file = Files.createTempFile("paper-scores", null);
            try {
                Files.write(file, bytes);
                try (TableRows rows = TableRows.open(file)) {
                    return new PaperSheets(contest, present).read(rows);
                }
            } finally {
                Files.delete(file);
            }
        } catch (UnreadableTableException e) {
            throw new InvalidInputException(e.code());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Mono<Void> submitAll(CurrentUser officer, List<PaperSheet> read) {
        return Flux.fromIterable(read)
                .concatMap(sheet -> submit(officer, sheet))
                .then();
    }

    private Mono<JudgingSheet> submit(CurrentUser officer, PaperSheet paper) {
        return sheets.write(paper.sheetId(), paper.text(), contests.now())
                .flatMap(sheet -> sheets.submit(
                        sheet, contests.now(), ResultRecords.submitted(officer, sheet, true, contests.now())))
                .delayUntil(log::settle);
    }
}
