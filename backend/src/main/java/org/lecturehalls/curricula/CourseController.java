package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseInput.CourseText;
import org.lecturehalls.curricula.CourseInput.LessonOrder;
import org.lecturehalls.curricula.CourseInput.NewLesson;
import org.lecturehalls.curricula.CourseInput.NewSessionLesson;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/** Courses for those who write them. */
@RestController
@Tag(name = "courses")
class CourseController {

    private final Courses courses;
    private final CourseReading reading;

    CourseController(Courses courses, CourseReading reading) {
        this.courses = courses;
        this.reading = reading;
    }

    @Operation(operationId = "createCourse", summary = "Begin a course")
    @PostMapping("/api/v1/courses")
    @ResponseStatus(HttpStatus.CREATED)
    Mono<ResponseEntity<CourseView>> create(
            CurrentUser user,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody CourseText text) {
        return courses.create(user, text.description(), key).map(CourseController::created);
    }

    @Operation(operationId = "updateCourse", summary = "Change what a course says of itself")
    @PutMapping("/api/v1/courses/{id}")
    Mono<ResponseEntity<CourseView>> update(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody CourseText text) {
        return courses.describe(user, id, ifMatch, text.description()).map(CourseController::ok);
    }

    @Operation(operationId = "addLesson", summary = "Add a lesson of one's own media to a course")
    @PostMapping("/api/v1/courses/{id}/lessons")
    Mono<ResponseEntity<CourseView>> addLesson(
            CurrentUser user, @PathVariable String id, @Valid @RequestBody NewLesson lesson) {
        return courses.addLesson(user, id, lesson.title().strip(), lesson.mediaAssetId())
                .map(CourseController::ok);
    }

    @Operation(operationId = "addSessionLesson", summary = "Add a session in a hall as the last lesson of a course")
    @PostMapping("/api/v1/courses/{id}/session-lessons")
    Mono<ResponseEntity<CourseView>> addSession(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody NewSessionLesson lesson) {
        return courses.addSession(user, id, lesson.title().strip(), lesson.sessionId(), ifMatch)
                .map(CourseController::ok);
    }

    @Operation(operationId = "removeLesson", summary = "Take a lesson out of a course")
    @DeleteMapping("/api/v1/courses/{id}/lessons/{lessonId}")
    Mono<ResponseEntity<CourseView>> removeLesson(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return courses.removeLesson(user, id, lessonId, ifMatch).map(CourseController::ok);
    }

    @Operation(operationId = "reorderLessons", summary = "Put the lessons of a course in another order")
    @PutMapping("/api/v1/courses/{id}/lesson-order")
    Mono<ResponseEntity<CourseView>> reorder(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody LessonOrder order) {
        return courses.reorder(user, id, order.lessonIds(), ifMatch).map(CourseController::ok);
    }

    @Operation(operationId = "withdrawCourse", summary = "Take back a course that was handed in, to go on writing")
    @PostMapping("/api/v1/courses/{id}/withdraw")
    Mono<ResponseEntity<CourseView>> withdraw(CurrentUser user, @PathVariable String id) {
        return courses.withdraw(user, id).map(CourseController::ok);
    }

    @Operation(operationId = "submitCourse", summary = "Hand a course in for review")
    @PostMapping("/api/v1/courses/{id}/submit")
    Mono<ResponseEntity<CourseView>> submit(CurrentUser user, @PathVariable String id) {
        return courses.submit(user, id).map(CourseController::ok);
    }

    @Operation(operationId = "listMyCourses", summary = "One's own courses, the latest first")
    @GetMapping("/api/v1/me/courses")
    Mono<Page<CourseView>> mine(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.own(user, false, PageQuery.of(after, limit)).map(page -> page.map(CourseView::of));
    }

    static ResponseEntity<CourseView> ok(Course course) {
        return ResponseEntity.ok().eTag(Etags.of(course.storedVersion())).body(CourseView.of(course));
    }

    static ResponseEntity<CourseView> created(Course course) {
        return ResponseEntity.created(URI.create("/api/v1/courses/" + course.id()))
                .eTag(Etags.of(course.storedVersion()))
                .body(CourseView.of(course));
    }
}
