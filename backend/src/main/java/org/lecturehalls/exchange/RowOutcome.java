package org.lecturehalls.exchange;

import java.util.List;
import org.lecturehalls.platform.FieldProblem;

/**
 * What a row does, or would do.
 *
 * @param problems why it can do nothing; empty unless the effect is {@code REFUSED}
 */
public record RowOutcome(Effect effect, List<FieldProblem> problems) {

    /** What becomes of a row. */
    public enum Effect {
        CREATED,
        CHANGED,
        SAME,
        REFUSED
    }

    public static final RowOutcome CREATED = new RowOutcome(Effect.CREATED, List.of());
    public static final RowOutcome CHANGED = new RowOutcome(Effect.CHANGED, List.of());
    public static final RowOutcome SAME = new RowOutcome(Effect.SAME, List.of());

    /** @param problems their fields are ids of columns */
    public static RowOutcome refused(List<FieldProblem> problems) {
        return new RowOutcome(Effect.REFUSED, List.copyOf(problems));
    }

    public static RowOutcome refused(String column, String code, Object... args) {
        return refused(List.of(FieldProblem.of(column, code, args)));
    }
}
