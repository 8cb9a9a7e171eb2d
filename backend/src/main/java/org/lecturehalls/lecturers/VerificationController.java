package org.lecturehalls.lecturers;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.lecturehalls.platform.PageAnswers;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** For anybody with the paper in hand. Numbers can be counted up; the code on the paper can't be guessed. */
@RestController
@RequestMapping("/api/v1/certificates/{number}")
@Tag(name = "Certificates")
class VerificationController {

    private final CertificatePapers papers;

    VerificationController(CertificatePapers papers) {
        this.papers = papers;
    }

    @GetMapping("/verification")
    @Operation(summary = "Whether a certificate is good, for whoever knows the code on it")
    Mono<ResponseEntity<VerificationView>> verify(
            @PathVariable String number,
            @Parameter(description = "From the paper; a wrong one finds nothing") @RequestParam(defaultValue = "")
                    String code) {
        return papers.verify(number, code)
                .map(view ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view));
    }

    @GetMapping(path = "/verification-page", produces = MediaType.TEXT_HTML_VALUE)
    @Operation(summary = "The same as a page, which the code on the paper opens on a phone")
    Mono<ResponseEntity<String>> page(@PathVariable String number, @RequestParam(defaultValue = "") String code) {
        return PageAnswers.of(
                papers.verify(number, code).map(VerificationPage::of),
                VerificationPage.ofNothing(),
                VerificationController::keepPrivate);
    }

    /** The address has the code in it. */
    private static void keepPrivate(HttpHeaders headers) {
        headers.setCacheControl(CacheControl.noStore());
        headers.set("Referrer-Policy", "no-referrer");
    }
}
