package org.lecturehalls.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.ProblemMessages;

/**
 * An import as shown.
 *
 * @param total rows in the file below the header
 * @param done rows looked at so far
 * @param created rows that make, or would make, a new record
 * @param changed rows that change, or would change, a record
 * @param same rows that say what is there already
 * @param problems how many cells are wrong
 * @param reason why the file as a whole is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ImportView(
        String id,
        @Schema(example = "halls") String list,
        @Schema(example = "halls.xlsx") String fileName,
        ImportState state,
        @Schema(example = "2188") long total,
        long done,
        long created,
        long changed,
        long same,
        long problems,
        @Nullable Reason reason,
        Instant createdAt) {

    record Reason(@Schema(example = "malformed-csv") String code, String message) {}

    static ImportView of(ImportRun run, ProblemMessages messages, Locale locale) {
        String code = run.reason();
        Reason reason = code == null ? null : new Reason(code, messages.ofField(FieldProblem.of("", code), locale));
        return new ImportView(
                run.id(),
                run.list(),
                run.fileName(),
                run.state(),
                run.total(),
                run.done(),
                run.created(),
                run.changed(),
                run.same(),
                run.problems(),
                reason,
                run.createdAt());
    }
}
