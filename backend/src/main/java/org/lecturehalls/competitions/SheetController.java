package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.lecturehalls.competitions.ContestInput.SheetInput;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A judge's own score sheet for an entry. */
@RestController
@RequestMapping("/api/v1/contests/{id}/entries/{entryId}/score-sheet")
@Tag(name = "contests")
class SheetController {

    private final Sheets sheets;

    SheetController(Sheets sheets) {
        this.sheets = sheets;
    }

    @Operation(operationId = "getScoreSheet", summary = "One's sheet for an entry, blank at first")
    @GetMapping
    Mono<SheetView> get(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return sheets.get(user, id, entryId).map(SheetView::of);
    }

    @Operation(operationId = "saveScoreSheet", summary = "Save one's sheet as typed, complete or not")
    @PutMapping
    Mono<SheetView> save(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody SheetInput sheet) {
        return sheets.save(user, id, entryId, sheet.text()).map(SheetView::of);
    }

    @Operation(operationId = "submitScoreSheet", summary = "Hand one's complete sheet in, for good")
    @PostMapping("/submit")
    Mono<SheetView> submit(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return sheets.submit(user, id, entryId).map(SheetView::of);
    }
}
