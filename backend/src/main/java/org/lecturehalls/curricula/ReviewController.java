package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseInput.ReviewNote;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Courses for the officers who decide about them. */
@RestController
@Tag(name = "courses")
class ReviewController {

    private final CourseReviews reviews;
    private final CourseReading reading;

    ReviewController(CourseReviews reviews, CourseReading reading) {
        this.reviews = reviews;
        this.reading = reading;
    }

    @Operation(operationId = "listCoursesToReview", summary = "What waits for review in one's region, the oldest first")
    @GetMapping("/api/v1/review/courses")
    Mono<Page<CourseView>> toReview(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.toReview(user, PageQuery.of(after, limit)).map(page -> page.map(CourseView::of));
    }

    @Operation(operationId = "publishCourse", summary = "Show a course and its media to everybody")
    @PostMapping("/api/v1/courses/{id}/publish")
    Mono<ResponseEntity<CourseView>> publish(CurrentUser user, @PathVariable String id) {
        return reviews.publish(user, id).map(CourseController::ok);
    }

    @Operation(operationId = "returnCourse", summary = "Give a course back to its owner")
    @PostMapping("/api/v1/courses/{id}/return")
    Mono<ResponseEntity<CourseView>> giveBack(
            CurrentUser user, @PathVariable String id, @Valid @RequestBody ReviewNote note) {
        return reviews.giveBack(user, id, note.note().strip()).map(CourseController::ok);
    }

    @Operation(operationId = "archiveCourse", summary = "Take a course out of the catalogue")
    @PostMapping("/api/v1/courses/{id}/archive")
    Mono<ResponseEntity<CourseView>> archive(CurrentUser user, @PathVariable String id) {
        return reviews.archive(user, id).map(CourseController::ok);
    }
}
