package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Courses as records: who changed them, what was put away, and what is to take the place of what is online. */
@RestController
@Tag(name = "courses")
class CourseRecordController {

    private final CourseRevisions revisions;
    private final CourseReading reading;

    CourseRecordController(CourseRevisions revisions, CourseReading reading) {
        this.revisions = revisions;
        this.reading = reading;
    }

    @Operation(
            operationId = "reviseCourse",
            summary = "Begin a revision of one's published course, or find the one that was begun",
            description = "The revision is a draft with an id of its own and `revises` set; it is changed, handed in,"
                    + " returned and published as any. Until it is published the course stays online as it is; then its"
                    + " content takes the place of the old under the course's id, and the revision is gone. Lessons keep"
                    + " their ids. When the course is archived meanwhile, the revision can't be published any more.")
    @PostMapping("/api/v1/courses/{id}/revision")
    @ResponseStatus(HttpStatus.CREATED)
    @ApiResponse(responseCode = "409", description = "`wrong-course-state`: the course is not online")
    Mono<ResponseEntity<CourseView>> revise(CurrentUser user, @PathVariable String id) {
        return revisions.begin(user, id).map(CourseController::created);
    }

    @Operation(operationId = "getCourseRevision", summary = "The open revision of a course, for owner and officers")
    @GetMapping("/api/v1/courses/{id}/revision")
    Mono<ResponseEntity<CourseView>> revision(CurrentUser user, @PathVariable String id) {
        return revisions.of(user, id).map(CourseController::ok);
    }

    @Operation(
            operationId = "deleteCourse",
            summary = "Put one's draft away; it can be restored",
            description = "A revision of a published course is dropped for good.")
    @DeleteMapping("/api/v1/courses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @ApiResponse(responseCode = "409", description = "`wrong-course-state`: handed in or published")
    Mono<Void> delete(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return revisions.delete(user, id, ifMatch);
    }

    @Operation(operationId = "restoreCourse", summary = "Bring back a draft that was put away")
    @PostMapping("/api/v1/courses/{id}/restore")
    Mono<ResponseEntity<CourseView>> restore(CurrentUser user, @PathVariable String id) {
        return revisions.restore(user, id).map(CourseController::ok);
    }

    @Operation(operationId = "listMyDeletedCourses", summary = "One's own drafts that were put away, the latest first")
    @GetMapping("/api/v1/me/courses/deleted")
    Mono<Page<CourseView>> deleted(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return reading.own(user, true, PageQuery.of(after, limit)).map(page -> page.map(CourseView::of));
    }

    @Operation(
            operationId = "getCourseHistory",
            summary = "Who changed what in a course and when, the latest first; for owner and officers")
    @GetMapping("/api/v1/courses/{id}/history")
    Mono<Page<Revision>> history(
            CurrentUser user,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return revisions.history(user, id, PageQuery.of(after, limit));
    }
}
