package org.lecturehalls.persons;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "personal data", description = "What is kept about oneself, and how to be forgotten")
class PersonsController {

    private static final MediaType TEXT = MediaType.parseMediaType("text/plain;charset=UTF-8");

    private final Persons persons;
    private final ErasureStore erasures;

    PersonsController(Persons persons, ErasureStore erasures) {
        this.persons = persons;
        this.erasures = erasures;
    }

    /**
     * An erasure without saying whose.
     *
     * @param changed how many documents of each capability
     */
    @Schema(name = "Erasure")
    record View(
            String id,
            Erasure.State state,
            String region,
            Instant requestedAt,
            Instant dueAt,
            boolean confirmed,
            @Nullable Instant doneAt,
            Map<String, Long> changed) {

        static View of(Erasure erasure) {
            return new View(
                    erasure.id(),
                    erasure.state(),
                    erasure.region().value(),
                    erasure.requestedAt(),
                    erasure.dueAt(),
                    erasure.confirmed(),
                    erasure.doneAt(),
                    erasure.changed());
        }
    }

    @GetMapping("/me/personal-data")
    @Operation(summary = "Everything that is kept about oneself")
    Mono<ResponseEntity<Persons.Everything>> personalData(CurrentUser user) {
        return persons.of(user)
                .map(everything ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(everything));
    }

    @GetMapping(path = "/me/personal-data/text", produces = "text/plain;charset=UTF-8")
    @Operation(summary = "The same to read")
    Mono<ResponseEntity<String>> personalText(CurrentUser user) {
        return persons.of(user)
                .map(ReadableExport::of)
                .map(text -> ResponseEntity.ok()
                        .contentType(TEXT)
                        .cacheControl(CacheControl.noStore())
                        .body(text));
    }

    @PostMapping("/me/erasure")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Ask to be forgotten; it is done some days later, or once an administrator confirms it")
    Mono<View> ask(CurrentUser user) {
        return persons.ask(user).map(View::of);
    }

    @GetMapping("/me/erasure")
    @Operation(summary = "Whether one asked to be forgotten, and when that will be done")
    Mono<View> asked(CurrentUser user) {
        return persons.asked(user).map(View::of);
    }

    @DeleteMapping("/me/erasure")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Think better of it")
    @ApiResponse(responseCode = "409", description = "`nothing-to-withdraw`")
    Mono<Void> withdraw(CurrentUser user) {
        return persons.withdraw(user);
    }

    @GetMapping("/erasures")
    @Operation(summary = "Who waits to be forgotten is not told, only that somebody does; and what was done")
    Mono<Page<View>> list(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return erasures.within(user.region(), PageQuery.of(after, limit)).map(page -> page.map(View::of));
    }

    @PostMapping("/erasures/{id}/confirm")
    @Operation(summary = "Forget somebody who asked for it now; can't be undone")
    Mono<View> confirm(@PathVariable String id, CurrentUser user) {
        return persons.confirm(id, user).map(View::of);
    }
}
