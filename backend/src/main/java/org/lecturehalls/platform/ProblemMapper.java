package org.lecturehalls.platform;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.support.WebExchangeBindException;
import org.springframework.web.server.ServerWebInputException;

/** From what went wrong to what the caller is told. The only place that knows which problem has which HTTP status. */
@Component
class ProblemMapper {

    private final ProblemMessages messages;

    ProblemMapper(ProblemMessages messages) {
        this.messages = messages;
    }

    /** What a caller is told of an error. Errors that are our own fault show nothing of the inside. */
    Answer map(Throwable error, Locale locale, String requestId) {
        Finding finding = find(error);
        String title = messages.title(finding.code(), finding.status(), finding.args(), locale);
        List<Problem.FieldError> errors =
                finding.fields().stream().map(f -> toError(f, locale)).toList();
        Problem problem = new Problem(
                Problem.TYPE_PREFIX + finding.code(), title, finding.status(), null, finding.code(), requestId, errors);
        return new Answer(problem, finding.retryAfter());
    }

    private Problem.FieldError toError(FieldProblem field, Locale locale) {
        return new Problem.FieldError(field.field(), field.code(), messages.ofField(field, locale));
    }

    private static Finding find(Throwable error) {
        if (error instanceof DomainException e) {
            return new Finding(status(e).value(), e.code(), e.args(), e.fields(), e.retryAfter());
        }
        if (hasCause(error, DataBufferLimitException.class)) {
            return Finding.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large");
        }
        if (error instanceof WebExchangeBindException e) {
            // Validation answers in an order of its own, which differs from run to run.
            List<FieldProblem> fields = e.getFieldErrors().stream()
                    .map(ProblemMapper::toProblem)
                    .sorted(Comparator.comparing(FieldProblem::field).thenComparing(FieldProblem::code))
                    .toList();
            return find(new InvalidInputException(fields));
        }
        if (error instanceof ServerWebInputException) {
            return Finding.of(HttpStatus.BAD_REQUEST, "unreadable-request");
        }
        if (error instanceof ErrorResponse e && !e.getStatusCode().is5xxServerError()) {
            int status = e.getStatusCode().value();
            return new Finding(status, "status-" + status, List.of(), List.of(), null);
        }
        return Finding.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal-error");
    }

    /** The constraint's name in our way of writing codes: {@code NotBlank} becomes {@code not-blank}. */
    private static FieldProblem toProblem(FieldError error) {
        String constraint = error.getCode() == null ? "invalid" : error.getCode();
        String code = constraint.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
        return FieldProblem.of(error.getField(), code);
    }

    private static HttpStatus status(DomainException error) {
        if (error instanceof NotFoundException) {
            return HttpStatus.NOT_FOUND;
        }
        if (error instanceof ConflictException) {
            return HttpStatus.CONFLICT;
        }
        if (error instanceof NotSignedInException) {
            return HttpStatus.UNAUTHORIZED;
        }
        if (error instanceof NotAllowedException) {
            return HttpStatus.FORBIDDEN;
        }
        if (error instanceof StaleVersionException) {
            return HttpStatus.PRECONDITION_FAILED;
        }
        if (error instanceof MissingVersionException) {
            return HttpStatus.PRECONDITION_REQUIRED;
        }
        if (error instanceof GoneException) {
            return HttpStatus.GONE;
        }
        return HttpStatus.UNPROCESSABLE_CONTENT;
    }

    private static boolean hasCause(@Nullable Throwable error, Class<? extends Throwable> type) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /**
     * The answer to a failed request.
     *
     * @param retryAfter when to try again; null when that is not known to help
     */
    record Answer(Problem problem, @Nullable Duration retryAfter) {}

    private record Finding(
            int status,
            String code,
            List<Object> args,
            List<FieldProblem> fields,
            @Nullable Duration retryAfter) {

        static Finding of(HttpStatus status, String code) {
            return new Finding(status.value(), code, List.of(), List.of(), null);
        }
    }
}
