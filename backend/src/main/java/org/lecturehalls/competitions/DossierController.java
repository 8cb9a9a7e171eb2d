package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Dossier.Figures;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** What an award to lecturers looks at. */
@RestController
@RequestMapping("/api/v1/contests/{id}/entries/{entryId}/dossier")
@Tag(name = "contests")
class DossierController {

    private final Dossiers dossiers;

    DossierController(Dossiers dossiers) {
        this.dossiers = dossiers;
    }

    @Operation(
            operationId = "getDossier",
            summary = "What the platform has counted of a lecturer's work; frozen once judging starts")
    @GetMapping
    Mono<DossierView> get(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return dossiers.read(user, id, entryId).map(DossierView::of);
    }

    @Operation(operationId = "addDossierNote", summary = "Put a note beside a dossier; its figures cannot be changed")
    @PostMapping("/notes")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> note(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody NewDossierNote note) {
        return dossiers.note(user, id, entryId, note.text().strip()).then();
    }

    /** @param text without the lecturer's name where judging is blind */
    record NewDossierNote(
            @Schema(example = "汛期坚持送学上门，资料见附件台账") @NotBlank @Size(max = 500)
            String text) {}

    /**
     * A dossier.
     *
     * @param from first day that counts
     * @param until last day that counts
     * @param frozenAt null while the figures still grow
     * @param sessions held
     * @param halls at how many halls and places
     * @param attendances people who came, each once a session
     * @param stars mean of the ratings, to two digits; null without any
     * @param requests sessions held that somebody had asked for
     * @param certificates good on the last day
     */
    @Schema(name = "Dossier")
    record DossierView(
            LocalDate from,
            LocalDate until,
            @Nullable Instant frozenAt,
            int sessions,
            int halls,
            int attendances,
            int ratings,

            @Schema(example = "4.67") @Nullable String stars,

            int requests,
            int trainings,
            int trainingHours,
            int certificates,
            List<DossierNote> notes) {

        static DossierView of(Dossiers.Reading reading) {
            Figures figures = reading.figures();
            return new DossierView(
                    reading.rule().from(),
                    reading.rule().until(),
                    reading.frozenAt(),
                    figures.sessions(),
                    figures.halls(),
                    figures.attendances(),
                    figures.ratings(),
                    stars(figures),
                    figures.requests(),
                    figures.trainings(),
                    figures.trainingHours(),
                    figures.certificates(),
                    reading.notes().stream()
                            .map(note -> new DossierNote(note.text(), note.at()))
                            .toList());
        }

        private static @Nullable String stars(Figures figures) {
            return figures.ratings() == 0
                    ? null
                    : BigDecimal.valueOf(figures.starsSum())
                            .divide(BigDecimal.valueOf(figures.ratings()), 2, RoundingMode.HALF_UP)
                            .toPlainString();
        }
    }

    /** A note by an officer. */
    record DossierNote(String text, Instant at) {}
}
