package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
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
            @Parameter(example = "zh") @RequestParam(required = false) @Nullable String language,
            @RequestParam(required = false) @Nullable CourseAudience audience,
            @Parameter(description = "Id of a subject area", example = "farming-skills")
                    @RequestParam(required = false)
                    @Nullable
                    String subject,
            @Parameter(description = "Part of the title or summary, or of the title in pinyin", example = "shange")
                    @RequestParam(required = false)
                    @Nullable
                    String q) {
        CourseFilter filter = new CourseFilter(q, format, language, audience, subject);
        return reading.published(PageQuery.of(after, limit), filter).map(page -> page.map(CourseView::of));
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
