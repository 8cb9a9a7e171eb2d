package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FileAnswers;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Certificates", description = "What lecturers who passed their training hold")
class CertificateController {

    private final CertificateRecords certificates;
    private final CertificatePapers papers;
    private final LecturerDirectory lecturers;
    private final TrainingSettings settings;
    private final Clock clock;

    CertificateController(
            CertificateRecords certificates,
            CertificatePapers papers,
            LecturerDirectory lecturers,
            TrainingSettings settings,
            Clock clock) {
        this.certificates = certificates;
        this.papers = papers;
        this.lecturers = lecturers;
        this.settings = settings;
        this.clock = clock;
    }

    @GetMapping("/api/v1/certificates")
    @Operation(summary = "Certificates of the region's lecturers, those that end first before others")
    Mono<Page<CertificateView>> list(
            @RequestParam(required = false) @Nullable String lecturerId,
            @RequestParam(required = false) @Nullable String cohortId,
            @Parameter(description = "Only those that are good today and end before this day", example = "2027-04-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate expiringBefore,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        CertificateFilter filter = new CertificateFilter(lecturerId, cohortId, expiringBefore);
        return certificates
                .list(filter, user.region(), PageQuery.of(after, limit))
                .map(page -> page.map(this::view));
    }

    @GetMapping("/api/v1/me/certificates")
    @Operation(summary = "One's own certificates as a lecturer, those that end first before others")
    Mono<Page<CertificateView>> own(
            @Parameter(description = "Only those that are good today and end before this day", example = "2027-04-01")
                    @RequestParam(required = false)
                    @Nullable
                    LocalDate expiringBefore,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        CertificateFilter filter = new CertificateFilter(null, null, expiringBefore);
        PageQuery page = PageQuery.of(after, limit);
        return lecturers
                .ofUser(user.id())
                .flatMap(lecturer -> certificates.ofLecturer(lecturer.id(), filter, page))
                .map(found -> found.map(this::view))
                .defaultIfEmpty(new Page<>(List.of(), null));
    }

    @GetMapping("/api/v1/certificates/{number}")
    @Operation(summary = "One certificate (officers, and its holder)")
    Mono<ResponseEntity<CertificateView>> get(@PathVariable String number, CurrentUser user) {
        return certificates.visible(number, user).map(this::answer);
    }

    @GetMapping(path = "/api/v1/certificates/{number}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Operation(
            summary = "The paper (officers, and its holder)",
            description = "409 `certificate-revoked` once it is revoked.")
    Mono<ResponseEntity<byte[]>> pdf(@PathVariable String number, CurrentUser user) {
        String name = "certificate-" + number.replaceAll("[^A-Za-z0-9-]", "") + ".pdf";
        return papers.pdf(number, user).map(pdf -> FileAnswers.of(pdf, MediaType.APPLICATION_PDF, name));
    }

    @GetMapping("/api/v1/certificates/{number}/history")
    @Operation(summary = "Who changed what and when, the latest first")
    Mono<Page<Revision>> history(
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            CurrentUser user) {
        return certificates.history(number, PageQuery.of(after, limit), user);
    }

    @PostMapping("/api/v1/certificates/{number}/revoke")
    @Operation(summary = "Revoke a certificate for good (officers of the region that gave it)")
    Mono<ResponseEntity<CertificateView>> revoke(
            @PathVariable String number,
            @Valid @RequestBody RevocationInput input,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            CurrentUser user) {
        return certificates
                .revoke(number, input.reason(), Etags.required(ifMatch), user)
                .map(this::answer);
    }

    record RevocationInput(
            @Schema(example = "提供虚假出勤材料") @NotBlank @Size(max = 500)
            String reason) {}

    private CertificateView view(Certificate certificate) {
        return CertificateView.of(
                certificate, papers.address(certificate), settings.today(clock), settings.warningEnds(clock));
    }

    private ResponseEntity<CertificateView> answer(Certificate certificate) {
        return ResponseEntity.ok().eTag(Etags.of(certificate.version())).body(view(certificate));
    }
}
