package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Slides beside videos, for those who watch and those who type when each page is turned. */
@RestController
@RequestMapping("/api/v1/courses/{id}/lessons/{lessonId}/slides")
@Tag(name = "courses")
class SlidesController {

    private final LessonSlides slides;

    SlidesController(LessonSlides slides) {
        this.slides = slides;
    }

    @Operation(operationId = "getSlides", summary = "The slides of a video lesson, and when each page is turned to")
    @GetMapping
    Mono<LessonSlides.View> get(@Nullable CurrentUser user, @PathVariable String id, @PathVariable String lessonId) {
        return slides.get(user, id, lessonId);
    }

    @Operation(
            operationId = "putSlides",
            summary = "Show a document of one's own beside a video lesson",
            description = "At most 300 turns, each at a time of its own within the video, to a page that there is.")
    @ApiResponse(responseCode = "409", description = "`media-not-ready`")
    @PutMapping
    Mono<ResponseEntity<CourseView>> put(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody SlidesInput input) {
        return slides.put(user, id, lessonId, input.mediaAssetId(), input.typed(), ifMatch)
                .map(CourseController::ok);
    }

    @Operation(operationId = "removeSlides", summary = "Show a video lesson without slides again")
    @DeleteMapping
    Mono<ResponseEntity<CourseView>> remove(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return slides.remove(user, id, lessonId, ifMatch).map(CourseController::ok);
    }
}
