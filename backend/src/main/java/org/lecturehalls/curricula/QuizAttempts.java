package org.lecturehalls.curricula;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.curricula.QuizAttempt.Answer;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/** Marks what people answer and keeps it. */
@Service
class QuizAttempts {

    /** So many that nobody who learns is stopped, and too few to find a key by trying. */
    static final int MOST = 30;

    private final ReactiveMongoOperations mongo;
    private final Quizzes quizzes;
    private final Idempotency idempotency;
    private final Clock clock;

    QuizAttempts(ReactiveMongoOperations mongo, Quizzes quizzes, Idempotency idempotency, Clock clock) {
        this.mongo = mongo;
        this.quizzes = quizzes;
        this.idempotency = idempotency;
        this.clock = clock;
    }

    /** An answer to one question as it was sent. */
    record Given(
            String questionId,
            List<Integer> chosen,
            @Nullable String typed) {}

    /** An attempt with the quiz as it stands, for what is told about it. */
    record Marked(QuizAttempt attempt, Quiz quiz) {}

    Mono<Marked> mark(CurrentUser user, String courseId, String lessonId, List<Given> given, @Nullable String key) {
        return quizzes.open(user, courseId, lessonId)
                .flatMap(quiz -> idempotency
                        .once(
                                user.id(),
                                "quiz-attempts:" + lessonId,
                                key,
                                () -> keep(user, courseId, lessonId, quiz, given)
                                        .map(QuizAttempt::id))
                        .flatMap(id -> mongo.findById(id, QuizAttempt.class))
                        .map(attempt -> new Marked(attempt, quiz)));
    }

    private Mono<QuizAttempt> keep(CurrentUser user, String courseId, String lessonId, Quiz quiz, List<Given> given) {
        List<Answer> answers = answers(quiz, given);
        return Mono.defer(() -> mongo.count(Query.query(of(user, lessonId)), QuizAttempt.class))
                .filter(count -> count < MOST)
                .switchIfEmpty(Mono.error(() -> new LimitExceededException("too-many-attempts", MOST)))
                .map(count -> attempt(user, courseId, lessonId, count.intValue() + 1, quiz, answers))
                .flatMap(mongo::insert)
                // Another attempt of the same person took the number at the same moment.
                .retryWhen(Retry.max(MOST).filter(DuplicateKeyException.class::isInstance));
    }

    private static List<Answer> answers(Quiz quiz, List<Given> given) {
        Map<String, Question> questions =
                quiz.questions().stream().collect(Collectors.toMap(Question::id, Function.identity()));
        long known = given.stream()
                .map(Given::questionId)
                .filter(questions::containsKey)
                .distinct()
                .count();
        if (known < given.size()) {
            throw new InvalidInputException(List.of(FieldProblem.of("answers", "not-the-questions")));
        }
        return given.stream()
                .map(each -> marked(questions.get(each.questionId()), each))
                .toList();
    }

    private static Answer marked(@Nullable Question question, Given given) {
        boolean right = question != null && question.isAnsweredBy(given.chosen(), given.typed());
        return new Answer(given.questionId(), given.chosen(), given.typed(), right);
    }

    private QuizAttempt attempt(
            CurrentUser user, String courseId, String lessonId, int count, Quiz quiz, List<Answer> answers) {
        int right = (int) answers.stream().filter(Answer::right).count();
        return new QuizAttempt(
                QuizAttempt.id(user.id(), lessonId, count),
                user.id(),
                courseId,
                lessonId,
                count,
                answers,
                right,
                quiz.questions().size(),
                quiz.isPassedBy(right),
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
    }

    /** One's own, the latest first. */
    Mono<Page<QuizAttempt>> own(CurrentUser user, String courseId, String lessonId, PageQuery page) {
        Criteria wanted = of(user, lessonId).and("courseId").is(courseId);
        Cursor after = page.after();
        Query query = Query.query(after == null ? wanted : wanted.and("count").lt(after.integer(0)))
                .with(Sort.by(Sort.Direction.DESC, "count"))
                .limit(page.readLimit());
        return mongo.find(query, QuizAttempt.class)
                .collectList()
                .map(read -> Page.of(read, page, last -> Cursor.of(Integer.toString(last.count()))));
    }

    private static Criteria of(CurrentUser user, String lessonId) {
        return where("userId").is(user.id()).and("lessonId").is(lessonId);
    }
}
