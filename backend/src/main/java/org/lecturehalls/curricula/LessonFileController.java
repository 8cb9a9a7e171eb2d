package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.OfflineFiles;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Lessons as plain files. */
@RestController
@Tag(name = "courses")
class LessonFileController {

    private final LessonFiles files;

    LessonFileController(LessonFiles files) {
        this.files = files;
    }

    @Operation(
            operationId = "getOfflineFiles",
            summary = "A video lesson as files to be saved, for whoever may watch it",
            description = "One MP4 with picture and sound, one M4A with the sound, with size, SHA-256 and address.")
    @GetMapping("/api/v1/courses/{id}/lessons/{lessonId}/offline-files")
    Mono<OfflineFiles> get(@Nullable CurrentUser user, @PathVariable String id, @PathVariable String lessonId) {
        return files.get(user, id, lessonId);
    }

    @Operation(
            operationId = "orderOfflineFiles",
            summary = "Have the files of a video lesson made, unless they are there or on their way",
            description = "It takes about a minute for an hour of video. They are kept as long as the video.")
    @PostMapping("/api/v1/courses/{id}/lessons/{lessonId}/offline-files")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mono<OfflineFiles> order(CurrentUser user, @PathVariable String id, @PathVariable String lessonId) {
        return files.order(user, id, lessonId);
    }
}
