package org.lecturehalls.curricula;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.QuizAttempts.Given;
import org.lecturehalls.curricula.QuizAttempts.Marked;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Quizzes for those who write them and those who answer. Keys leave the backend for writers and officers only. */
@RestController
@RequestMapping("/api/v1/courses/{id}")
@Tag(name = "quizzes")
class QuizController {

    private final Quizzes quizzes;
    private final QuizAttempts attempts;

    QuizController(Quizzes quizzes, QuizAttempts attempts) {
        this.quizzes = quizzes;
        this.attempts = attempts;
    }

    @Operation(operationId = "addQuiz", summary = "Add a quiz as the last lesson of a course")
    @PostMapping("/quizzes")
    Mono<ResponseEntity<CourseView>> add(
            CurrentUser user,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuizInput input) {
        return quizzes.add(user, id, input, ifMatch).map(CourseController::ok);
    }

    @Operation(operationId = "changeQuiz", summary = "Put other questions in the place of a quiz's")
    @PutMapping("/lessons/{lessonId}/quiz")
    Mono<ResponseEntity<CourseView>> change(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @Valid @RequestBody QuizInput input) {
        return quizzes.change(user, id, lessonId, input, ifMatch).map(CourseController::ok);
    }

    @Operation(
            operationId = "getQuiz",
            summary = "The questions of a quiz; the key only for the course's owner and officers")
    @GetMapping("/lessons/{lessonId}/quiz")
    Mono<ResponseEntity<QuizView>> get(
            @Nullable CurrentUser user, @PathVariable String id, @PathVariable String lessonId) {
        return quizzes.view(user, id, lessonId)
                .map(quiz -> ResponseEntity.ok().eTag(Etags.of(quiz.version())).body(quiz));
    }

    @Operation(operationId = "answerQuiz", summary = "Answer a quiz and have it marked")
    @PostMapping("/lessons/{lessonId}/attempts")
    Mono<ResponseEntity<QuizAttemptView>> answer(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @Valid @RequestBody QuizAnswers answers) {
        return attempts.mark(user, id, lessonId, answers.given(), key)
                .map(marked -> ResponseEntity.status(HttpStatus.CREATED).body(QuizAttemptView.of(marked)));
    }

    @Operation(operationId = "listQuizAttempts", summary = "One's own attempts, the latest first")
    @GetMapping("/lessons/{lessonId}/attempts")
    Mono<Page<QuizAttemptView>> own(
            CurrentUser user,
            @PathVariable String id,
            @PathVariable String lessonId,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return attempts.own(user, id, lessonId, PageQuery.of(after, limit)).map(page -> page.map(QuizAttemptView::of));
    }

    /** What somebody answers; a question that is left out is wrong. */
    record QuizAnswers(
            @NotNull @Size(max = QuizInput.MOST_QUESTIONS) List<@Valid @NotNull QuizAnswer> answers) {

        List<Given> given() {
            return answers.stream().map(QuizAnswer::given).toList();
        }
    }

    /** One answer. */
    record QuizAnswer(
            @NotNull @Size(max = 64) String questionId,

            @Schema(example = "[0]", description = "Counted from 0; 0 for true and 1 for false")
            @Size(max = QuizInput.MOST_CHOICES)
            @Nullable
            List<@NotNull @Min(0) @Max(QuizInput.MOST_CHOICES) Integer> chosen,

            @Size(max = 100) @Nullable String typed) {

        Given given() {
            return new Given(questionId, chosen == null ? List.of() : chosen, typed);
        }
    }

    /** How an attempt came out. */
    record QuizAttemptView(int count, int right, int total, boolean passed, Instant at, List<MarkedAnswer> answers) {

        static QuizAttemptView of(QuizAttempt attempt) {
            return of(attempt, Map.of());
        }

        static QuizAttemptView of(Marked marked) {
            Map<String, Question> questions =
                    marked.quiz().questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
            return of(marked.attempt(), questions);
        }

        private static QuizAttemptView of(QuizAttempt attempt, Map<String, Question> questions) {
            List<MarkedAnswer> answers = attempt.answers().stream()
                    .map(answer -> new MarkedAnswer(
                            answer.questionId(),
                            answer.right(),
                            answer.right() ? explanation(questions.get(answer.questionId())) : null))
                    .toList();
            return new QuizAttemptView(
                    attempt.count(), attempt.right(), attempt.total(), attempt.passed(), attempt.at(), answers);
        }

        private static @Nullable String explanation(@Nullable Question question) {
            return Optional.ofNullable(question).map(Question::explanation).orElse(null);
        }
    }

    /** Whether an answer was right, and if so what the course's writer says about it: it may tell the answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record MarkedAnswer(
            String questionId, boolean right, @Nullable String explanation) {}
}
