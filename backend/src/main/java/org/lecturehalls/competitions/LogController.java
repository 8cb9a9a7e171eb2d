package org.lecturehalls.competitions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.lecturehalls.competitions.audit.LogCheck;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The log of what touched a contest's result, for officers: as a file, and checked. */
@RestController
@RequestMapping("/api/v1/contests/{id}")
@Tag(name = "contests")
class LogController {

    private static final MediaType JSON_LINES = MediaType.parseMediaType("application/jsonl");

    private final Contests contests;
    private final ContestLog log;

    LogController(Contests contests, ContestLog log) {
        this.contests = contests;
        this.log = log;
    }

    @Operation(
            operationId = "exportContestLog",
            summary = "The log as JSON lines, each chained to the one before; deploy/verify-contest.sh checks the file")
    @GetMapping(path = "/log", produces = "application/jsonl")
    Mono<ResponseEntity<Flux<DataBuffer>>> export(
            CurrentUser user, @PathVariable String id, ServerHttpResponse response) {
        DataBufferFactory buffers = response.bufferFactory();
        Flux<DataBuffer> file = log.lines(id).map(line -> buffers.wrap((line + "\n").getBytes(UTF_8)));
        String name = ContentDisposition.attachment()
                .filename("contest-" + id + ".jsonl")
                .build()
                .toString();
        return settled(user, id)
                .map(contest -> ResponseEntity.ok()
                        .contentType(JSON_LINES)
                        .header(HttpHeaders.CONTENT_DISPOSITION, name)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .body(file));
    }

    @Operation(
            operationId = "replayContest",
            summary = "Check the log and make each published ranking again from the lines before it")
    @GetMapping("/replay")
    Mono<ReplayView> replay(CurrentUser user, @PathVariable String id) {
        return settled(user, id)
                .flatMap(contest -> log.lines(id).collectList())
                .publishOn(Schedulers.parallel())
                .map(LogCheck::of)
                .map(ReplayView::of);
    }

    private Mono<Contest> settled(CurrentUser user, String id) {
        return contests.run(user, id).delayUntil(contest -> log.settleAll(id));
    }

    /** @param head hash of the last line */
    record ReplayView(boolean sound, long lines, String head, List<RebuiltView> rankings, List<String> problems) {

        static ReplayView of(LogCheck check) {
            List<RebuiltView> rankings = check.rankings().stream()
                    .map(each -> new RebuiltView(
                            each.seq(),
                            each.ranking().entries().stream()
                                    .map(entry -> new RebuiltPlace(
                                            entry.rank(),
                                            entry.entry(),
                                            entry.score().toPlainString()))
                                    .toList()))
                    .toList();
            return new ReplayView(check.sound(), check.lines(), check.head(), rankings, check.problems());
        }
    }

    /** @param line number of the line that published the ranking */
    record RebuiltView(long line, List<RebuiltPlace> places) {}

    /** A place, made again. */
    record RebuiltPlace(int rank, String entryId, String score) {}
}
