package org.lecturehalls.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Bodies;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.ProblemMessages;
import org.lecturehalls.storage.ObjectStore;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports", description = "Lists from spreadsheets: a dry run first, then all rows or none")
class ImportController {

    static final int MAX_BYTES = 10 << 20;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(300);

    private final ImportRuns runs;
    private final ObjectStore store;
    private final List<ExchangedList<?>> lists;
    private final ProblemMessages messages;
    private final Clock clock;

    ImportController(
            ImportRuns runs, ObjectStore store, List<ExchangedList<?>> lists, ProblemMessages messages, Clock clock) {
        this.runs = runs;
        this.store = store;
        this.lists = lists;
        this.messages = messages;
        this.clock = clock;
    }

    @PostMapping(consumes = {MediaType.APPLICATION_OCTET_STREAM_VALUE, "text/csv", ExportController.XLSX})
    @Operation(summary = "Send a spreadsheet (CSV or XLSX, the body) and have it checked; nothing is written yet")
    Mono<ResponseEntity<ImportView>> create(
            @Parameter(example = "halls") @RequestParam String list,
            @Parameter(example = "halls.xlsx") @RequestParam String fileName,
            @io.swagger.v3.oas.annotations.parameters.RequestBody ServerHttpRequest request,
            CurrentUser user) {
        if (!choose(list).roles().stream().anyMatch(user::has)) {
            return Mono.error(new NotAllowedException("not-allowed"));
        }
        String id = Ids.next();
        return Bodies.bytes(request, MAX_BYTES)
                .flatMap(content -> store.put(ImportRun.sourceKey(id), content, "application/octet-stream"))
                .then(Mono.defer(() -> runs.add(newRun(id, list, fileName, user))))
                .map(run -> ResponseEntity.created(URI.create("/api/v1/imports/" + id))
                        .body(ImportView.of(run, messages, ProblemMessages.language(request))));
    }

    private ExchangedList<?> choose(String name) {
        return lists.stream()
                .filter(list -> list.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(List.of(FieldProblem.of("list", "unknown-list"))));
    }

    private ImportRun newRun(String id, String list, String fileName, CurrentUser user) {
        String shown = fileName.length() > 200 ? fileName.substring(0, 200) : fileName;
        return new ImportRun(
                id,
                list,
                shown,
                user,
                ImportState.CHECKING,
                0,
                clock.instant(),
                0,
                0,
                0,
                0,
                0,
                0,
                null,
                clock.instant());
    }

    @GetMapping
    @Operation(summary = "One's own imports, the latest first")
    Mono<Page<ImportView>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user,
            ServerHttpRequest request) {
        return runs.list(user, PageQuery.of(after, limit))
                .map(page -> page.map(run -> ImportView.of(run, messages, ProblemMessages.language(request))));
    }

    @GetMapping("/{id}")
    @Operation(summary = "How far an import has come")
    Mono<ImportView> get(@PathVariable String id, CurrentUser user, ServerHttpRequest request) {
        return runs.get(id, user).map(run -> ImportView.of(run, messages, ProblemMessages.language(request)));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(summary = "The same as it goes on, until there is nothing at work")
    Flux<ServerSentEvent<ImportView>> events(@PathVariable String id, CurrentUser user, ServerHttpRequest request) {
        return Flux.interval(Duration.ZERO, LOOK_AGAIN)
                .onBackpressureDrop()
                .concatMap(tick -> runs.get(id, user), 1)
                .takeUntil(run -> !run.state().isAtWork())
                .map(run -> ImportView.of(run, messages, ProblemMessages.language(request)))
                .distinctUntilChanged()
                .map(view -> ServerSentEvent.builder(view).event("import").build());
    }

    @GetMapping("/{id}/problems")
    @Operation(summary = "Every wrong cell with its row, column and reason, in the order of the file")
    Mono<Page<ProblemView>> problems(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user,
            ServerHttpRequest request) {
        return runs.get(id, user)
                .flatMap(run -> runs.problems(run, PageQuery.of(after, limit))
                        .map(page -> page.map(problem -> view(run, problem, ProblemMessages.language(request)))));
    }

    private ProblemView view(ImportRun run, ImportProblem problem, Locale locale) {
        String title = choose(run.list()).columns().stream()
                .filter(column -> column.id().equals(problem.column()))
                .map(Column::title)
                .findFirst()
                .orElse(problem.column());
        FieldProblem field = new FieldProblem(problem.column(), problem.code(), problem.args());
        return new ProblemView(
                problem.row(),
                problem.column(),
                title,
                problem.value(),
                problem.code(),
                messages.ofField(field, locale));
    }

    @PostMapping("/{id}/apply")
    @Operation(summary = "Write the rows of a checked import; a repeat changes nothing")
    Mono<ResponseEntity<ImportView>> apply(@PathVariable String id, CurrentUser user, ServerHttpRequest request) {
        return runs.apply(id, user)
                .map(run -> ResponseEntity.accepted()
                        .body(ImportView.of(run, messages, ProblemMessages.language(request))));
    }

    /** @param row as the spreadsheet shows it, from 1 */
    record ProblemView(
            @Schema(example = "17") int row,
            @Schema(example = "capacity") String column,
            @Schema(example = "容纳人数") String title,
            @Schema(example = "八十") String value,
            @Schema(example = "not-a-number") String code,
            @Schema(example = "应为数字") String message) {}
}
