package org.lecturehalls.learning;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.learning.Watching.Resumable;
import org.lecturehalls.learning.Watching.Told;
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
    private final Learning learning;

    ProgressController(Watching watching, Learning learning) {
        this.watching = watching;
        this.learning = learning;
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

    @Operation(
            operationId = "getLearning",
            summary = "What one has learned so far: points, lessons done, sessions attended, courses",
            description =
                    "Points are counted anew from the records each time: 10 for each lesson done (a video watched, a"
                            + " document read, a quiz passed), 20 for each session in a hall at which one checked in.")
    @GetMapping("/api/v1/me/learning")
    Mono<LearnedSoFar> learned(CurrentUser user) {
        return learning.soFar(user.id());
    }

    @Operation(operationId = "getProgress", summary = "One's place in a lesson")
    @GetMapping("/api/v1/me/progress/{lessonId}")
    Mono<ProgressView> get(CurrentUser user, @PathVariable String lessonId) {
        return watching.place(user, lessonId).map(ProgressView::of);
    }

    @Operation(
            operationId = "saveProgress",
            summary = "Save one's place in a lesson and what was watched since the last save",
            description = "What was watched is merged with what was known, from whichever device, and only grows."
                    + " More than the time since one began allows is not counted."
                    + " Enough of it watched completes the lesson. To send the same twice is the same.")
    @PutMapping("/api/v1/me/progress/{lessonId}")
    Mono<ProgressView> put(CurrentUser user, @PathVariable String lessonId, @Valid @RequestBody Place place) {
        return watching.report(user, place.courseId(), lessonId, place.told()).map(ProgressView::of);
    }

    /** Where one stopped, and what was watched on the way there. */
    record Place(
            @NotBlank @Size(max = 64) String courseId,
            @NotNull Double positionSeconds,

            @Schema(description = "Stretches of the lesson watched since the last save that succeeded")
            @Size(max = 200)
            @Nullable
            List<@NotNull @Valid WatchedSpan> watched,

            @Schema(example = "30", description = "Time on the clock in which they were watched")
            @Min(0)
            @Max(MOST_SECONDS)
            @Nullable
            Integer secondsSpent,

            @Schema(example = "0", description = "How long ago one was there, on a device without network since")
            @Min(0)
            @Max(MOST_SECONDS)
            @Nullable
            Integer secondsAgo,

            @Schema(description = "A document was read to its end; nothing in other lessons") @Nullable
            Boolean finished) {

        private static final int MOST_SECONDS = 30 * 24 * 3600;

        Told told() {
            List<Span> spans = watched == null
                    ? List.of()
                    : watched.stream()
                            .filter(WatchedSpan::makesSense)
                            .map(WatchedSpan::span)
                            .toList();
            return new Told(
                    positionSeconds, spans, seconds(secondsSpent), seconds(secondsAgo), Boolean.TRUE.equals(finished));
        }

        private static Duration seconds(@Nullable Integer seconds) {
            return Duration.ofSeconds(seconds == null ? 0 : seconds);
        }
    }

    /** A stretch of a lesson in seconds from its beginning. */
    record WatchedSpan(
            @Schema(example = "0") double from,
            @Schema(example = "30.5") double to) {

        boolean makesSense() {
            return from >= 0 && to > from && to < Double.POSITIVE_INFINITY;
        }

        Span span() {
            return new Span(from, to);
        }

        static WatchedSpan of(Span span) {
            return new WatchedSpan(span.from(), span.to());
        }
    }

    /**
     * @param watched all that was watched, from all devices
     * @param completedAt when enough was watched
     */
    record ProgressView(
            String lessonId,
            double positionSeconds,
            Instant updatedAt,
            List<WatchedSpan> watched,
            double watchedSeconds,
            @Nullable Instant completedAt) {

        static ProgressView of(Progress progress) {
            return new ProgressView(
                    progress.lessonId(),
                    progress.positionSeconds(),
                    progress.updatedAt(),
                    progress.watched().stream().map(WatchedSpan::of).toList(),
                    progress.coverage().seconds(),
                    progress.completedAt());
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
