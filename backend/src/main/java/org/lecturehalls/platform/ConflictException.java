package org.lecturehalls.platform;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request is sound but does not fit the present state. */
public final class ConflictException extends DomainException {

    private final transient List<FieldProblem> fields;
    private final @Nullable Duration retryAfter;

    public ConflictException(String code, Object... args) {
        this(code, List.of(), null, args);
    }

    private ConflictException(String code, List<FieldProblem> fields, @Nullable Duration retryAfter, Object... args) {
        super(code, args);
        this.fields = List.copyOf(fields);
        this.retryAfter = retryAfter;
    }

    /** A conflict that names what does not fit. */
    public static ConflictException naming(String code, List<FieldProblem> fields) {
        return new ConflictException(code, fields, null);
    }

    /** A conflict that passes by itself. */
    public static ConflictException passing(String code, Duration retryAfter) {
        return new ConflictException(code, List.of(), retryAfter);
    }

    @Override
    public List<FieldProblem> fields() {
        return fields;
    }

    @Override
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
