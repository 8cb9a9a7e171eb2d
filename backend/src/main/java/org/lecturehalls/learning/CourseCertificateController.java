package org.lecturehalls.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FileAnswers;
import org.lecturehalls.platform.PageAnswers;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Certificates of courses that were done. */
@RestController
@Tag(name = "progress")
class CourseCertificateController {

    private final CourseCertificates certificates;

    CourseCertificateController(CourseCertificates certificates) {
        this.certificates = certificates;
    }

    @Schema(name = "CourseCertificate")
    record View(
            @Schema(example = "01kb2v9m3x8f7q5n2c4d6e8g0h") String code,
            @Schema(example = "韦秀兰") String name,
            String courseId,
            @Schema(example = "芒果疏花与保果") String title,
            @Schema(example = "6") int lessons,
            Instant at) {

        static View of(CourseCertificate certificate) {
            return new View(
                    certificate.code(),
                    certificate.name(),
                    certificate.courseId(),
                    certificate.title(),
                    certificate.lessons(),
                    certificate.at());
        }
    }

    @Schema(name = "CourseCertificates")
    record Views(List<View> items) {}

    @Operation(operationId = "listCourseCertificates", summary = "One's own certificates of courses, the latest first")
    @GetMapping("/api/v1/me/course-certificates")
    Mono<Views> own(CurrentUser user) {
        return certificates.own(user).map(View::of).collectList().map(Views::new);
    }

    @Operation(
            operationId = "giveCourseCertificate",
            summary = "The certificate of a course that one has done; asked again, it is the same",
            description =
                    "Every lesson has to be done: videos watched, documents read, quizzes passed, sessions attended.")
    @PostMapping("/api/v1/me/course-certificates/{courseId}")
    @ApiResponse(responseCode = "409", description = "`course-not-done`: something is left to do")
    Mono<View> give(CurrentUser user, @PathVariable String courseId) {
        return certificates.give(user, courseId).map(View::of);
    }

    @Operation(operationId = "getCourseCertificatePaper", summary = "A certificate of one's own to print")
    @GetMapping(path = "/api/v1/me/course-certificates/{courseId}/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    Mono<ResponseEntity<byte[]>> pdf(CurrentUser user, @PathVariable String courseId) {
        return certificates
                .pdf(user, courseId)
                .map(pdf -> FileAnswers.of(pdf, MediaType.APPLICATION_PDF, "certificate.pdf"));
    }

    @Operation(operationId = "verifyCourseCertificate", summary = "What a certificate proves, by the code on it")
    @GetMapping("/api/v1/course-certificates/{code}")
    Mono<View> verify(@PathVariable String code) {
        return certificates.shown(code).map(View::of);
    }

    @Operation(operationId = "showCourseCertificate", summary = "The same as a page, for whoever scans the code")
    @GetMapping(path = "/api/v1/course-certificates/{code}/page", produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<String>> page(@PathVariable String code) {
        return PageAnswers.of(
                certificates.shown(code).map(CourseCertificatePage::of), CourseCertificatePage.ofNothing());
    }
}
