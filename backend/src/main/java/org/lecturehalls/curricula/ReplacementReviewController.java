package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseInput.ReviewNote;
import org.lecturehalls.curricula.ReplacementReviews.Asked;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.media.Replacement;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Files that are to replace those of published courses, for the officers who decide about them. */
@RestController
@RequestMapping("/api/v1/review/replacements")
@Tag(name = "courses")
class ReplacementReviewController {

    private final ReplacementReviews reviews;

    ReplacementReviewController(ReplacementReviews reviews) {
        this.reviews = reviews;
    }

    /**
     * A file as officers see it.
     *
     * @param id of its asset
     * @param replacedName of the file that is shown now
     * @param encodesAgain whether it is the same file with another of its sounds
     */
    @Schema(name = "ReplacementToReview")
    record ReplacementView(
            String id,
            MediaKind kind,
            @Schema(example = "选种-新.mp4") String fileName,
            @Schema(example = "选种.mp4") String replacedName,
            boolean encodesAgain,
            @Nullable Double durationSeconds,
            @Nullable Integer pages,
            @Schema(example = "韦秀兰") String ownerName,
            Instant readyAt,

            @Schema(description = "The published lessons that are to show it")
            List<ReplacedLesson> lessons) {

        static ReplacementView of(Asked asked) {
            Replacement file = asked.file();
            return new ReplacementView(
                    file.id(),
                    file.kind(),
                    file.fileName(),
                    file.replacedName(),
                    file.encodesAgain(),
                    file.durationSeconds(),
                    file.pages(),
                    asked.courses().stream().map(Course::ownerName).findFirst().orElse(""),
                    file.readyAt(),
                    asked.courses().stream()
                            .flatMap(course -> ReplacedLesson.of(course, file.replaced()))
                            .toList());
        }
    }

    /** Where it is to be shown. */
    record ReplacedLesson(String courseId, String courseTitle, String lessonId, String lessonTitle) {

        static Stream<ReplacedLesson> of(Course course, String assetId) {
            return course.lessons().stream()
                    .filter(lesson -> lesson.shows(assetId))
                    .map(lesson ->
                            new ReplacedLesson(course.id(), course.description().title(), lesson.id(), lesson.title()));
        }
    }

    @Operation(
            operationId = "listReplacementsToReview",
            summary = "New files of published courses in one's region that wait for review, the oldest first",
            description = "A file that an owner uploads in the place of one that a published course shows is not shown"
                    + " before an officer has approved it; until then the old one is.")
    @GetMapping
    Mono<Page<ReplacementView>> toReview(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reviews.toReview(user, PageQuery.of(after, limit)).map(page -> page.map(ReplacementView::of));
    }

    @Operation(operationId = "getReplacementPlayback", summary = "Addresses under which an officer looks at a new file")
    @GetMapping("/{id}/playback")
    Mono<MediaLinks> playback(CurrentUser user, @PathVariable String id) {
        return reviews.playback(user, id);
    }

    @Operation(
            operationId = "approveReplacement",
            summary = "Show a new file in the place of the old one",
            description = "Can be repeated. The course's history tells who did so.")
    @PostMapping("/{id}/approve")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "It takes its place")
    @ApiResponse(responseCode = "409", description = "`already-reviewed`: it was refused")
    Mono<Void> approve(CurrentUser user, @PathVariable String id) {
        return reviews.approve(user, id);
    }

    @Operation(
            operationId = "refuseReplacement",
            summary = "Keep a new file from being shown",
            description = "The owner reads why, and can give it up and upload another one.")
    @PostMapping("/{id}/refuse")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "204", description = "The old file stays")
    @ApiResponse(responseCode = "409", description = "`already-reviewed`: it was approved")
    Mono<Void> refuse(CurrentUser user, @PathVariable String id, @Valid @RequestBody ReviewNote note) {
        return reviews.refuse(user, id, note.note().strip());
    }
}
