package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.ProblemMessages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What is entered in contests. */
@RestController
@Tag(name = "contests")
class EntryController {

    private final Entering entering;
    private final EntryReading reading;
    private final ProblemMessages messages;

    EntryController(Entering entering, EntryReading reading, ProblemMessages messages) {
        this.entering = entering;
        this.reading = reading;
        this.messages = messages;
    }

    @Operation(operationId = "enterContest", summary = "Enter media of one's own")
    @PostMapping("/api/v1/contests/{id}/entries")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<EntryView>> enter(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody EntryInput entry) {
        return entering.enter(user, id, entry, key)
                .flatMap(entryId -> reading.own(user, id, entryId))
                .map(EntryController::created);
    }

    @Operation(operationId = "updateEntry", summary = "Put another version in an entry's place, until the deadline")
    @PutMapping("/api/v1/contests/{id}/entries/{entryId}")
    Mono<ResponseEntity<EntryView>> change(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody EntryInput entry) {
        return entering.change(user, id, entryId, ifMatch, entry)
                .flatMap(changed -> reading.own(user, id, changed))
                .map(changed -> ResponseEntity.ok().eTag(etag(changed)).body(changed));
    }

    @Operation(operationId = "getEligibility", summary = "What an entry still lacks to take part, in codes and words")
    @GetMapping("/api/v1/contests/{id}/entries/{entryId}/eligibility")
    Mono<EligibilityView> eligibility(
            CurrentUser user, @PathVariable String id, @PathVariable String entryId, ServerHttpRequest request) {
        Locale locale = ProblemMessages.language(request);
        return reading.missing(user, id, entryId).map(codes -> EligibilityView.of(codes, messages, locale));
    }

    @Operation(operationId = "withdrawEntry", summary = "Take an entry back before judging starts")
    @DeleteMapping("/api/v1/contests/{id}/entries/{entryId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> withdraw(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return entering.withdraw(user, id, entryId);
    }

    @Operation(
            operationId = "listEntries",
            summary = "For officers all entries, for judges all without names, for entrants their own")
    @GetMapping("/api/v1/contests/{id}/entries")
    Mono<Page<EntryView>> list(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.list(user, id, PageQuery.of(after, limit));
    }

    @Operation(operationId = "getEntryMaterial", summary = "Where an entry is watched or read, by judges and officers")
    @GetMapping("/api/v1/contests/{id}/entries/{entryId}/material")
    Mono<MediaLinks> material(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return reading.material(user, id, entryId);
    }

    private static ResponseEntity<EntryView> created(EntryView entry) {
        return ResponseEntity.created(URI.create("/api/v1/contests/" + entry.contestId() + "/entries/" + entry.id()))
                .eTag(etag(entry))
                .body(entry);
    }

    private static String etag(EntryView entry) {
        return Etags.of(entry.versions() == null ? 0 : entry.versions());
    }
}
