package org.lecturehalls.platform;

import java.util.List;

/** The request can be read but what it says is not acceptable. */
public final class InvalidInputException extends DomainException {

    private final transient List<FieldProblem> fields;

    public InvalidInputException(List<FieldProblem> fields) {
        super("invalid-input");
        this.fields = List.copyOf(fields);
    }

    public InvalidInputException(String code, Object... args) {
        super(code, args);
        this.fields = List.of();
    }

    @Override
    public List<FieldProblem> fields() {
        return fields;
    }
}
