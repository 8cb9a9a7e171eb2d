package org.lecturehalls.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.learning.Watching.Resumable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** One's own places in lessons. */
@RestController
@Tag(name = "progress")
class ProgressController {

    private final Watching watching;

    ProgressController(Watching watching) {
        this.watching = watching;
    }

    @Operation(operationId = "listProgress", summary = "One's places in a course")
    @GetMapping("/api/v1/me/progress")
    Mono<ProgressList> inCourse(CurrentUser user, @RequestParam String courseId) {
        return watching.places(user, courseId)
                .map(ProgressView::of)
                .collectList()
                .map(ProgressList::new);
    }

    @Operation(operationId = "listRecentLessons", summary = "What one may go on with, the latest first")
    @GetMapping("/api/v1/me/progress/recent")
    Mono<RecentLessons> recent(CurrentUser user) {
        return watching.recent(user)
                .map(all -> new RecentLessons(all.stream().map(RecentLesson::of).toList()));
    }

    @Operation(operationId = "getProgress", summary = "One's place in a lesson")
    @GetMapping("/api/v1/me/progress/{lessonId}")
    Mono<ProgressView> get(CurrentUser user, @PathVariable String lessonId) {
        return watching.place(user, lessonId).map(ProgressView::of);
    }

    @Operation(operationId = "saveProgress", summary = "Save one's place in a lesson")
    @PutMapping("/api/v1/me/progress/{lessonId}")
    Mono<ProgressView> put(CurrentUser user, @PathVariable String lessonId, @Valid @RequestBody Place place) {
        return watching.stopAt(user, place.courseId(), lessonId, place.position())
                .map(ProgressView::of);
    }

    /** Where one stopped. */
    record Place(
            @NotBlank @Size(max = 64) String courseId,
            @NotNull Double positionSeconds) {

        double position() {
            return positionSeconds;
        }
    }

    record ProgressView(String lessonId, double positionSeconds, Instant updatedAt) {

        static ProgressView of(Progress progress) {
            return new ProgressView(progress.lessonId(), progress.positionSeconds(), progress.updatedAt());
        }
    }

    record ProgressList(List<ProgressView> items) {}

    record RecentLesson(
            String courseId,
            String courseTitle,
            String lessonId,
            String lessonTitle,
            double positionSeconds,
            @Nullable Double durationSeconds) {

        static RecentLesson of(Resumable resumable) {
            return new RecentLesson(
                    resumable.course().id(),
                    resumable.course().title(),
                    resumable.lesson().id(),
                    resumable.lesson().title(),
                    resumable.positionSeconds(),
                    resumable.lesson().durationSeconds());
        }
    }

    record RecentLessons(List<RecentLesson> items) {}
}
