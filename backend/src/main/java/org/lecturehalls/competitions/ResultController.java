package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestInput.Reason;
import org.lecturehalls.competitions.Winners.Proof;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FileAnswers;
import org.lecturehalls.platform.PageAnswers;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** A published result on paper, in spreadsheets and in the catalogue. */
@RestController
@Tag(name = "contests")
class ResultController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final ResultFiles files;
    private final Winners winners;

    ResultController(ResultFiles files, Winners winners) {
        this.files = files;
        this.winners = winners;
    }

    @Operation(operationId = "getAwardCertificates", summary = "Certificates of all winners as one PDF to print")
    @GetMapping(path = "/api/v1/contests/{id}/certificates", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> certificates(CurrentUser user, @PathVariable String id) {
        return files.certificates(user, id).map(pdf -> file(pdf, MediaType.APPLICATION_PDF_VALUE, "certificates.pdf"));
    }

    @Operation(
            operationId = "getAwardCertificate",
            summary = "The certificate of one entry that has won something, once the ranking is public, as a PDF",
            description =
                    "For the people of the entry and the contest's officers; 404 for others, 409 once it is revoked.")
    @GetMapping(
            path = "/api/v1/contests/{id}/entries/{entryId}/certificate",
            produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> certificate(CurrentUser user, @PathVariable String id, @PathVariable String entryId) {
        return files.certificate(user, id, entryId)
                .map(pdf -> file(pdf, MediaType.APPLICATION_PDF_VALUE, "certificate.pdf"));
    }

    @Operation(
            operationId = "revokeAwardCertificate",
            summary = "Revoke the certificate of an entry for good, for a reason that its people and officers read",
            description = "Whoever opens the code on it learns that it is revoked, and since when.")
    @PostMapping("/api/v1/contests/{id}/entries/{entryId}/certificate/revoke")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> revoke(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String entryId,
            @Valid @RequestBody Reason reason) {
        return winners.revoke(user, id, entryId, reason.reason());
    }

    @Operation(operationId = "getBulletin", summary = "The published result as a PDF to print")
    @GetMapping(path = "/api/v1/contests/{id}/bulletin", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> bulletin(@PathVariable String id) {
        return files.bulletin(id).map(pdf -> file(pdf, MediaType.APPLICATION_PDF_VALUE, "bulletin.pdf"));
    }

    @Operation(operationId = "getScoreMatrix", summary = "Every score as XLSX, a row for each sheet")
    @GetMapping(path = "/api/v1/contests/{id}/score-matrix", produces = XLSX)
    Mono<ResponseEntity<byte[]>> matrix(CurrentUser user, @PathVariable String id) {
        return files.matrix(user, id).map(xlsx -> file(xlsx, XLSX, "scores.xlsx"));
    }

    @Operation(operationId = "publishWinners", summary = "Make a published course of each entry that has won something")
    @PostMapping("/api/v1/contests/{id}/courses")
    Mono<WinnersView> publishWinners(CurrentUser user, @PathVariable String id) {
        return winners.publishCourses(user, id).map(WinnersView::new);
    }

    @Operation(operationId = "verifyAward", summary = "What a certificate proves, by the code on it")
    @GetMapping("/api/v1/award-certificates/{code}")
    Mono<AwardView> verify(@PathVariable String code) {
        return winners.proof(code).map(AwardView::of);
    }

    @Operation(operationId = "showAward", summary = "The same as a page, for whoever scans the code")
    @GetMapping(path = "/api/v1/award-certificates/{code}/page", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> page(@PathVariable String code) {
        Mono<String> page = winners.proof(code).map(AwardView::of).map(AwardPage::of);
        return PageAnswers.of(page, AwardPage.ofNothing());
    }

    private static ResponseEntity<byte[]> file(byte[] content, String type, String name) {
        return FileAnswers.of(content, MediaType.parseMediaType(type), name);
    }

    /** The courses, one for each winner by rank. */
    @Schema(name = "WinnersPublished")
    record WinnersView(List<String> courseIds) {}

    /**
     * An award as everybody may see it who has the code.
     *
     * @param revokedAt null while the certificate is good; the reason is between the officers and the winner
     */
    @Schema(name = "AwardProof")
    record AwardView(
            String code,
            String contest,
            String title,
            String people,
            String award,
            int rank,
            Instant publishedAt,
            @Nullable Instant revokedAt) {

        static AwardView of(Proof proof) {
            ContestResult result = Objects.requireNonNull(proof.contest().result());
            return new AwardView(
                    Objects.requireNonNull(proof.place().certificate()),
                    proof.contest().plan().title(),
                    proof.place().title(),
                    ResultFiles.people(proof.place()),
                    Objects.requireNonNull(proof.place().award()),
                    Objects.requireNonNull(proof.place().rank()),
                    result.at(),
                    proof.place().revokedAt());
        }
    }
}
