package org.lecturehalls.exchange;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.ProblemMessages;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
@RequestMapping("/api/v1/exports")
@Tag(name = "Exports")
class ExportController {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final List<ExchangedList<?>> lists;

    ExportController(List<ExchangedList<?>> lists) {
        this.lists = lists;
    }

    @GetMapping("/{list}")
    @Operation(summary = "A list as a spreadsheet, everything inside one's region; it imports again unchanged")
    ResponseEntity<Flux<DataBuffer>> export(
            @Parameter(example = "halls") @PathVariable String list,
            @RequestParam(defaultValue = "XLSX") Spreadsheet format,
            CurrentUser user,
            ServerHttpRequest request) {
        ExchangedList<?> chosen = lists.stream()
                .filter(one -> one.name().equals(list))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        if (!chosen.roles().stream().anyMatch(user::has)) {
            throw new NotAllowedException("not-allowed");
        }
        return format.answer(list, header(chosen, ProblemMessages.language(request)), chosen.export(user));
    }

    private static List<String> header(ExchangedList<?> list, Locale locale) {
        boolean english = locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
        return list.columns().stream()
                .map(column -> english ? column.id() : column.title())
                .toList();
    }
}
