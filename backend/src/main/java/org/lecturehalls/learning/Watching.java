package org.lecturehalls.learning;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.CourseCatalogue;
import org.lecturehalls.curricula.CourseSummary;
import org.lecturehalls.curricula.CourseSummary.LessonSummary;
import org.lecturehalls.curricula.LessonKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Saves and finds the places where people stopped. */
@Service
class Watching {

    /** No lesson is longer; bounds the place in one whose length is not known. */
    static final double LONGEST_SECONDS = 6 * 3600;

    /** Who stopped this close to the end has seen it. */
    private static final double CREDITS_SECONDS = 10;

    private static final int RECENT = 12;
    private static final int RECENT_READ = 60;

    private final ProgressStore store;
    private final ProgressWrites writes;
    private final CourseCatalogue catalogue;
    private final Clock clock;

    Watching(ProgressStore store, ProgressWrites writes, CourseCatalogue catalogue, Clock clock) {
        this.store = store;
        this.writes = writes;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    /** A lesson that somebody may go on with. */
    record Resumable(CourseSummary course, LessonSummary lesson, double positionSeconds) {}

    /**
     * What a device tells since it last told.
     *
     * @param watched stretches in seconds; those that make no sense are left out
     * @param spent time in which they were watched
     * @param finished whether a document was read to its end
     * @param age how long ago the person was at the position
     */
    record Told(double positionSeconds, List<Span> watched, Duration spent, Duration age, boolean finished) {}

    /** Saves what was watched and the place. Fails when there is no such lesson that the person may see. */
    Mono<Progress> report(CurrentUser user, String courseId, String lessonId, Told told) {
        return catalogue
                .get(user, courseId)
                .map(course -> course.lesson(lessonId).orElseThrow(NotFoundException::new))
                .map(lesson -> report(user, courseId, lesson, told))
                .flatMap(writes::save);
    }

    private Report report(CurrentUser user, String courseId, LessonSummary lesson, Told told) {
        double end = lesson.durationSeconds() == null ? LONGEST_SECONDS : lesson.durationSeconds();
        double inside = Math.max(0, Math.min(told.positionSeconds(), end));
        Instant at = clock.instant().minus(told.age()).truncatedTo(ChronoUnit.MILLIS);
        return new Report(
                user.id(),
                lesson.id(),
                courseId,
                inside,
                lesson.durationSeconds(),
                told.watched(),
                told.spent(),
                told.finished() && lesson.kind() == LessonKind.DOCUMENT,
                at);
    }

    Mono<Progress> place(CurrentUser user, String lessonId) {
        return store.find(user.id(), lessonId).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** All places in a course that the person may see. */
    Flux<Progress> places(CurrentUser user, String courseId) {
        return catalogue
                .get(user, courseId)
                .map(course -> course.lessons().stream().map(LessonSummary::id).toList())
                .flatMapMany(lessonIds -> store.find(user.id(), lessonIds));
    }

    /** What the person may go on with: of each course that is still published the last lesson, the latest first. */
    Mono<List<Resumable>> recent(CurrentUser user) {
        return store.latest(user.id(), RECENT_READ).collectList().flatMap(this::resumable);
    }

    private Mono<List<Resumable>> resumable(List<Progress> latest) {
        Map<String, Progress> lastByCourse = new LinkedHashMap<>();
        latest.forEach(progress -> lastByCourse.putIfAbsent(progress.courseId(), progress));
        return catalogue
                .published(lastByCourse.keySet())
                .collectMap(CourseSummary::id)
                .map(courses -> resumable(lastByCourse, courses));
    }

    private static List<Resumable> resumable(Map<String, Progress> lastByCourse, Map<String, CourseSummary> courses) {
        List<Resumable> resumable = new ArrayList<>();
        lastByCourse.forEach((courseId, progress) -> {
            Resumable next = resumable(courses.get(courseId), progress);
            if (next != null && resumable.size() < RECENT) {
                resumable.add(next);
            }
        });
        return resumable;
    }

    private static @Nullable Resumable resumable(@Nullable CourseSummary course, Progress progress) {
        if (course == null) {
            return null;
        }
        return course.lesson(progress.lessonId())
                .filter(lesson -> !seen(lesson, progress))
                .map(lesson -> new Resumable(course, lesson, progress.positionSeconds()))
                .orElse(null);
    }

    private static boolean seen(LessonSummary lesson, Progress progress) {
        Double duration = lesson.durationSeconds();
        return duration != null && progress.positionSeconds() >= duration - Math.min(CREDITS_SECONDS, duration / 20);
    }
}
