package org.lecturehalls.platform;

import java.util.List;

/**
 * What is wrong with one field of a request.
 *
 * @param field path of the field, for example {@code rubric[2].weight}
 * @param code stable; its message is looked up as {@code field.<code>}
 * @param args values for the message
 */
public record FieldProblem(String field, String code, List<Object> args) {

    public static FieldProblem of(String field, String code, Object... args) {
        return new FieldProblem(field, code, List.of(args));
    }
}
