package org.lecturehalls.curricula;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;

/** What the writer of a course says about a quiz. */
record QuizInput(
        @Schema(example = "课后练习") @NotBlank @Size(max = 120) String title,

        @Schema(example = "60", description = "The share of right answers that passes") @Min(1) @Max(100)
        int passPercent,

        @NotEmpty @Size(max = QuizInput.MOST_QUESTIONS) List<@Valid @NotNull QuestionInput> questions) {

    static final int MOST_QUESTIONS = 50;
    static final int MOST_CHOICES = 10;

    QuizInput {
        questions = questions == null ? List.of() : List.copyOf(questions);
    }

    /** A question with its key. */
    record QuestionInput(
            @NotNull Question.Kind kind,

            @Schema(example = "山歌属于哪一类？") @NotBlank @Size(max = 500)
            String text,

            @Schema(example = "[\"文化\", \"法律\"]", description = "For choices only") @Size(max = MOST_CHOICES)
            List<@NotBlank @Size(max = 200) String> choices,

            @Schema(example = "[0]", description = "Right choices, counted from 0; 0 for true and 1 for false")
            @Size(max = MOST_CHOICES)
            List<@NotNull @Min(0) @Max(MOST_CHOICES - 1) Integer> right,

            @Schema(description = "What may be filled in") @Size(max = MOST_CHOICES)
            List<@NotBlank @Size(max = 100) String> texts,

            @Schema(description = "Shown with a right answer") @Size(max = 500) @Nullable
            String explanation) {

        QuestionInput {
            choices = choices == null ? List.of() : List.copyOf(choices);
            right = right == null
                    ? List.of()
                    : right.stream().distinct().sorted().toList();
            texts = texts == null ? List.of() : List.copyOf(texts);
        }

        Question question() {
            return new Question(Ids.next(), kind, text.strip(), choices, right, texts, explanation);
        }

        /** Whether it can be answered, and in the way its kind says. */
        boolean fits() {
            boolean inside = right.stream().allMatch(each -> each < choices.size());
            return switch (kind) {
                case SINGLE_CHOICE -> choices.size() > 1 && right.size() == 1 && inside && texts.isEmpty();
                case MULTIPLE_CHOICE -> choices.size() > 1 && !right.isEmpty() && inside && texts.isEmpty();
                case TRUE_FALSE -> choices.isEmpty() && right.size() == 1 && right.get(0) < 2 && texts.isEmpty();
                case FILL_IN -> choices.isEmpty() && right.isEmpty() && !texts.isEmpty();
            };
        }
    }

    /** @throws InvalidInputException that names questions whose parts do not fit their kind */
    Quiz quiz() {
        List<FieldProblem> wrong = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            if (!questions.get(i).fits()) {
                wrong.add(FieldProblem.of("questions[" + i + "]", "question-does-not-fit"));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
        return new Quiz(questions.stream().map(QuestionInput::question).toList(), passPercent);
    }
}
