package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import org.lecturehalls.competitions.ranking.PanelReport;
import org.lecturehalls.competitions.ranking.RankBootstrap;
import org.lecturehalls.competitions.ranking.RankInterval;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Bodies;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What officers look at before they publish, what they bring in from paper, and what entrants read afterwards. */
@RestController
@RequestMapping("/api/v1/contests/{id}")
@Tag(name = "contests")
class PanelController {

    static final int MAX_BYTES = 5 << 20;

    /** Draws of the bootstrap, and how many entries times draws are ranked at most. */
    private static final int DRAWS = 200;

    private static final int MOST_RANKED = 20_000;

    private final Contests contests;
    private final ResultMaker results;
    private final PaperScores paper;
    private final Feedback feedback;

    PanelController(Contests contests, ResultMaker results, PaperScores paper, Feedback feedback) {
        this.contests = contests;
        this.results = results;
        this.paper = paper;
        this.feedback = feedback;
    }

    @Operation(
            operationId = "compareRankingMethods",
            summary = "Every method side by side, with a warning where they disagree about an award")
    @GetMapping("/ranking/methods")
    Mono<MethodsView> methods(CurrentUser user, @PathVariable String id) {
        return judged(user, id).map(scored -> MethodsView.of(scored.contest(), scored.table()));
    }

    @Operation(
            operationId = "getPanelReport",
            summary = "How far the judges agree, how harsh each is, which sheets to look at again, how sure ranks are")
    @GetMapping("/panel-report")
    Mono<PanelReportView> report(CurrentUser user, @PathVariable String id) {
        return judged(user, id).map(scored -> {
            ScoreTable table = scored.table();
            int draws = Math.max(
                    20,
                    Math.min(DRAWS, MOST_RANKED / Math.max(1, table.entries().size())));
            Map<String, RankInterval> ranks = RankBootstrap.intervals(
                    table, scored.contest().plan().ranking().rule(), draws, id.hashCode());
            return PanelReportView.of(scored.contest(), PanelReport.of(table), ranks);
        });
    }

    /** Ranking takes a processor for a while, so it is done off the event loops. */
    private Mono<Scored> judged(CurrentUser user, String id) {
        return contests.run(user, id)
                .doOnNext(contest -> contests.check(ContestPolicy.JUDGED, contest))
                .zipWhen(results::table, Scored::new)
                .publishOn(Schedulers.parallel());
    }

    private record Scored(Contest contest, ScoreTable table) {}

    @Operation(
            operationId = "importPaperScores",
            summary = "Submit sheets that were written on paper, from CSV or XLSX (the body): all rows or none",
            description = "Columns 编号 (number), 评委 (judge, by name or id), one for each criterion by name or id, and 评语"
                    + " (comment) if there is one. Wrong cells are named as rows[17].column.")
    @PostMapping(
            path = "/paper-scores",
            consumes = {
                MediaType.APPLICATION_OCTET_STREAM_VALUE,
                "text/csv",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    Mono<PaperImport> importPaper(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @io.swagger.v3.oas.annotations.parameters.RequestBody ServerHttpRequest request) {
        return Bodies.bytes(request, MAX_BYTES)
                .flatMap(file -> paper.take(user, id, file, dryRun))
                .map(sheets -> new PaperImport(sheets, !dryRun));
    }

    @Operation(
            operationId = "getFeedback",
            summary = "What the judges gave one's entry and say to it, once the ranking is public")
    @GetMapping("/entries/{entryId}/feedback")
    Mono<FeedbackView> feedback(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return feedback.get(user, id, entryId);
    }

    /** @param submitted false when the file was only looked at */
    record PaperImport(@Schema(example = "27") int sheets, boolean submitted) {}
}
