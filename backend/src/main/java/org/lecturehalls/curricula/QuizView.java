package org.lecturehalls.curricula;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quiz as shown.
 *
 * @param version the course's
 */
record QuizView(String lessonId, String title, int passPercent, List<QuestionView> questions, long version) {

    /**
     * A question; its key and explanation only for those who write and judge the course.
     *
     * @param right null in what others see
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuestionView(
            String id,
            Question.Kind kind,
            String text,
            List<String> choices,
            @Nullable List<Integer> right,
            @Nullable List<String> texts,
            @Nullable String explanation) {

        static QuestionView of(Question question, boolean key) {
            return new QuestionView(
                    question.id(),
                    question.kind(),
                    question.text(),
                    question.choices(),
                    key ? question.right() : null,
                    key ? question.texts() : null,
                    key ? question.explanation() : null);
        }
    }

    static QuizView of(Course course, Lesson lesson, Quiz quiz, boolean key) {
        return new QuizView(
                lesson.id(),
                lesson.title(),
                quiz.passPercent(),
                quiz.questions().stream()
                        .map(question -> QuestionView.of(question, key))
                        .toList(),
                course.storedVersion());
    }
}
