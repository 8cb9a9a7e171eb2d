package org.lecturehalls.history;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which changes are wanted; null for any.
 *
 * @param by id or whole name of who made them
 * @param record id of the record
 * @param kind of the record
 * @param from not before
 * @param to before
 */
record ChangeQuery(
        @Nullable String by,
        @Nullable String record,
        @Nullable String kind,
        @Nullable Instant from,
        @Nullable Instant to) {

    private static final int LONGEST = 200;

    ChangeQuery {
        List<FieldProblem> wrong = new ArrayList<>();
        if (by != null && by.length() > LONGEST) {
            wrong.add(FieldProblem.of("by", "query-too-long", LONGEST));
        }
        if (record != null && record.length() > LONGEST) {
            wrong.add(FieldProblem.of("record", "query-too-long", LONGEST));
        }
        if (from != null && to != null && !from.isBefore(to)) {
            wrong.add(FieldProblem.of("to", "not-after-from"));
        }
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    boolean wants(TrackedKind each) {
        return kind == null || kind.equals(each.name());
    }

    /** What it asks of a revision that stands in a field. */
    List<Criteria> of(String revision) {
        List<Criteria> all = new ArrayList<>();
        if (by != null) {
            all.add(new Criteria()
                    .orOperator(
                            where(revision + ".authorId").is(by),
                            where(revision + ".authorName").is(by)));
        }
        if (from != null) {
            all.add(where(revision + ".at").gte(from));
        }
        if (to != null) {
            all.add(where(revision + ".at").lt(to));
        }
        return all;
    }
}
