package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Courses for those who watch them. Owners and officers also see here what is not published. */
@RestController
@Tag(name = "courses")
class CatalogueController {

    private static final int LONGEST_SEARCH = 100;

    private final CourseReading reading;

    CatalogueController(CourseReading reading) {
        this.reading = reading;
    }

    @Operation(operationId = "listCourses", summary = "What is published, the latest first")
    @GetMapping("/api/v1/courses")
    Mono<Page<CourseView>> published(
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable CourseFormat format,
            @RequestParam(required = false) @Nullable String q) {
        String search = q != null && q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
        return reading.published(PageQuery.of(after, limit), format, search).map(page -> page.map(CourseView::of));
    }

    @Operation(operationId = "getCourse", summary = "A course that one may see")
    @GetMapping("/api/v1/courses/{id}")
    Mono<ResponseEntity<CourseView>> get(@Nullable CurrentUser user, @PathVariable String id) {
        return reading.get(user, id).map(CourseController::ok);
    }

    @Operation(operationId = "getLessonPlayback", summary = "Where a lesson is played or read from")
    @GetMapping("/api/v1/courses/{id}/lessons/{lessonId}/playback")
    Mono<MediaLinks> playback(@Nullable CurrentUser user, @PathVariable String id, @PathVariable String lessonId) {
        return reading.playback(user, id, lessonId);
    }
}
