package org.lecturehalls.curricula;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Quizzes as lessons of courses. */
@Service
class Quizzes {

    /** Keys and questions stand in the course, which has to stay a document of a handy size. */
    static final int MOST = 20;

    private final Courses courses;
    private final CourseReading reading;

    Quizzes(Courses courses, CourseReading reading) {
        this.courses = courses;
        this.reading = reading;
    }

    Mono<Course> add(CurrentUser user, String courseId, QuizInput input, @Nullable String ifMatch) {
        Quiz quiz = input.quiz();
        Lesson lesson = Lesson.quiz(Ids.next(), input.title().strip(), quiz);
        return courses.change(user, courseId, CourseStep.EDIT, course -> {
            Etags.check(ifMatch, course.storedVersion());
            return Courses.withLesson(bounded(course), lesson);
        });
    }

    private static Course bounded(Course course) {
        long quizzes = course.lessons().stream()
                .filter(lesson -> lesson.quiz() != null)
                .count();
        if (quizzes >= MOST) {
            throw new LimitExceededException("too-many-quizzes", MOST);
        }
        return course;
    }

    Mono<Course> change(CurrentUser user, String courseId, String lessonId, QuizInput input, @Nullable String ifMatch) {
        Lesson changed = Lesson.quiz(lessonId, input.title().strip(), input.quiz());
        return courses.change(user, courseId, CourseStep.EDIT, course -> {
            Etags.check(ifMatch, course.storedVersion());
            Lesson before = course.lesson(lessonId)
                    .filter(lesson -> lesson.quiz() != null)
                    .orElseThrow(NotFoundException::new);
            return course.withLessons(lesson -> lesson.equals(before) ? changed : lesson);
        });
    }

    /** The quiz of a lesson that the person may see; with its key only for the course's owner and officers. */
    Mono<QuizView> view(@Nullable CurrentUser user, String courseId, String lessonId) {
        return reading.get(user, courseId).map(course -> view(user, course, lesson(course, lessonId)));
    }

    private static QuizView view(@Nullable CurrentUser user, Course course, Lesson lesson) {
        Quiz quiz = lesson.quiz();
        if (quiz == null) {
            throw new NotFoundException();
        }
        return QuizView.of(course, lesson, quiz, CoursePolicy.isParty(user, course));
    }

    /** The quiz of a lesson that the person may answer. */
    Mono<Quiz> open(CurrentUser user, String courseId, String lessonId) {
        return reading.get(user, courseId)
                .mapNotNull(course -> lesson(course, lessonId).quiz())
                .switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private static Lesson lesson(Course course, String lessonId) {
        return course.lesson(lessonId).orElseThrow(NotFoundException::new);
    }
}
