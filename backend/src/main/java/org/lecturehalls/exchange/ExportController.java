package org.lecturehalls.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.exchange.files.TableFormat;
import org.lecturehalls.exchange.files.TableWriter;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.ProblemMessages;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports")
class ExportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private static final int ROWS_AT_A_TIME = 500;

    private final List<ExchangedList<?>> lists;

    ExportController(List<ExchangedList<?>> lists) {
        this.lists = lists;
    }

    @GetMapping("/{list}")
    @Operation(summary = "A list as a spreadsheet, everything inside one's region; it imports again unchanged")
    ResponseEntity<Flux<DataBuffer>> export(
            @Parameter(example = "halls") @PathVariable String list,
            @RequestParam(defaultValue = "XLSX") TableFormat format,
            CurrentUser user,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        ExchangedList<?> chosen = lists.stream()
                .filter(one -> one.name().equals(list))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!chosen.roles().stream().anyMatch(user::has)) {
            throw new NotAllowedException("not-allowed");
        }
        ContentDisposition attachment = ContentDisposition.attachment()
                .filename(list + "." + format.extension())
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(format.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(file(chosen, format, user, ProblemMessages.language(request), response.bufferFactory()));
    }

    private static Flux<DataBuffer> file(
            ExchangedList<?> list, TableFormat format, CurrentUser user, Locale locale, DataBufferFactory buffers) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<String> header = list.columns().stream()
                .map(column -> english ? column.id() : column.title())
                .toList();
        return Flux.defer(() -> {
            TableWriter writer = TableWriter.of(format);
            return Flux.just(header)
                    .concatWith(list.export(user))
                    .buffer(ROWS_AT_A_TIME)
                    .publishOn(Schedulers.boundedElastic(), 1)
                    .map(writer::write)
                    .concatWith(Mono.fromCallable(writer::finish))
                    .filter(piece -> piece.length > 0)
                    .map(buffers::wrap);
        });
    }
}
