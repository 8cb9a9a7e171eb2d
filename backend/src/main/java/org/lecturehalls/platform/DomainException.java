package org.lecturehalls.platform;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something a caller can know about and act on. Knows nothing of HTTP; {@link ProblemMapper} turns it into a problem
 * document whose title is looked up by {@link #code()}.
 */
public abstract sealed class DomainException extends RuntimeException
        permits NotFoundException,
                ConflictException,
                InvalidInputException,
                NotAllowedException,
                NotSignedInException,
                StaleVersionException,
                MissingVersionException,
                LimitExceededException,
                GoneException {

    private final transient List<Object> args;
    private final String code;

    DomainException(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    /** Stable, lower case with dashes, part of the public API. */
    public final String code() {
        return code;
    }

    /** Values for the message of the code. */
    public final List<Object> args() {
        return args;
    }

    /** The fields or parts that are wrong; empty when it is not about fields. */
    public List<FieldProblem> fields() {
        return List.of();
    }

    /** When a repeated request may succeed; null when waiting does not help. */
    public @Nullable Duration retryAfter() {
        return null;
    }
}
