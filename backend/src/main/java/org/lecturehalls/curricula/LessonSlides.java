package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.LinkPurpose;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaLinks;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Slides that page beside a video: a document of its lecturer, and when each page is turned to. */
@Service
class LessonSlides {

    private final Courses courses;
    private final CourseReading reading;
    private final MediaLibrary media;

    LessonSlides(Courses courses, CourseReading reading, MediaLibrary media) {
        this.courses = courses;
        this.reading = reading;
        this.media = media;
    }

    /**
     * Slides as they are shown.
     *
     * @param pageImages addresses of the pages in order; of a long document not all
     * @param expiresAt when the addresses stop working
     */
    @Schema(name = "LessonSlides")
    record View(String mediaAssetId, List<Slides.Turn> turns, List<String> pageImages, Instant expiresAt) {}

    Mono<View> get(@Nullable CurrentUser user, String courseId, String lessonId) {
        return reading.get(user, courseId)
                .flatMap(course -> Mono.justOrEmpty(course.lesson(lessonId))
                        .mapNotNull(Lesson::slides)
                        .switchIfEmpty(Mono.error(NotFoundException::new))
                        .flatMap(slides -> media.links(slides.mediaAssetId(), purposeOf(course))
                                .map(links -> view(slides, links))));
    }

    private static LinkPurpose purposeOf(Course course) {
        return course.state() == CourseState.PUBLISHED ? LinkPurpose.PUBLIC : LinkPurpose.OWNER;
    }

    private static View view(Slides slides, MediaLinks links) {
        return new View(slides.mediaAssetId(), slides.turns(), links.pageImages(), links.expiresAt());
    }

    /** Puts slides beside a video lesson, in the place of those before. */
    Mono<Course> put(
            CurrentUser user,
            String courseId,
            String lessonId,
            String documentId,
            List<Slides.Turn> turns,
            @Nullable String ifMatch) {
        return courses.allowed(user, courseId, CourseStep.EDIT)
                .map(course -> videoLesson(course, lessonId))
                .flatMap(lesson -> Mono.zip(seconds(lesson), document(user, documentId)))
                .map(known -> new Slides(
                        documentId, checked(turns, known.getT1(), known.getT2().pages())))
                .flatMap(slides -> change(user, courseId, lessonId, slides, ifMatch));
    }

    Mono<Course> remove(CurrentUser user, String courseId, String lessonId, @Nullable String ifMatch) {
        return change(user, courseId, lessonId, null, ifMatch);
    }

    private Mono<Course> change(
            CurrentUser user, String courseId, String lessonId, @Nullable Slides slides, @Nullable String ifMatch) {
        return courses.change(user, courseId, CourseStep.EDIT, course -> {
            Etags.check(ifMatch, course.storedVersion());
            Lesson before = videoLesson(course, lessonId);
            return course.withLessons(lesson -> lesson.equals(before) ? before.beside(slides) : lesson);
        });
    }

    private static Lesson videoLesson(Course course, String lessonId) {
        return course.lesson(lessonId)
                .filter(lesson -> lesson.kind() == LessonKind.VIDEO)
                .orElseThrow(NotFoundException::new);
    }

    private Mono<Double> seconds(Lesson lesson) {
        return Mono.justOrEmpty(lesson.mediaAssetId())
                .flatMap(media::get)
                .mapNotNull(MediaAsset::durationSeconds)
                .switchIfEmpty(Mono.error(() -> new ConflictException("media-not-ready")));
    }

    private Mono<MediaAsset> document(CurrentUser user, String documentId) {
        return media.ownedBy(user, documentId)
                .onErrorMap(NotFoundException.class, e -> wrong("mediaAssetId", "no-such-asset"))
                .doOnNext(LessonSlides::check);
    }

    private static void check(MediaAsset document) {
        if (document.kind() != MediaKind.DOCUMENT) {
            throw wrong("mediaAssetId", "not-a-document");
        }
        if (document.pages() == null) {
            throw new ConflictException("media-not-ready");
        }
    }

    private static InvalidInputException wrong(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }

    private static List<Slides.Turn> checked(List<Slides.Turn> turns, double seconds, @Nullable Integer pages) {
        List<FieldProblem> wrong = new ArrayList<>();
        Set<Double> times = new HashSet<>();
        for (int i = 0; i < turns.size(); i++) {
            Slides.Turn turn = turns.get(i);
            if (!(turn.seconds() >= 0 && turn.seconds() < seconds)) {
                wrong.add(FieldProblem.of("turns[" + i + "].seconds", "turn-beyond-video"));
            } else if (!times.add(turn.seconds())) {
                wrong.add(FieldProblem.of("turns[" + i + "].seconds", "turn-twice"));
            }
            if (pages == null || turn.page() > pages) {
                wrong.add(FieldProblem.of("turns[" + i + "].page", "page-beyond-document"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return turns.stream()
                .sorted(Comparator.comparingDouble(Slides.Turn::seconds))
                .toList();
    }
}
