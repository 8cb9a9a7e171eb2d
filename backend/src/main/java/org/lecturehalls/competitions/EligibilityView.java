package org.lecturehalls.competitions;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.ProblemMessages;

/** Whether an entry can take part as it is, and what is missing when not. */
@Schema(name = "Eligibility")
record EligibilityView(boolean eligible, List<Missing> missing) {

    /** One thing that is missing. */
    @Schema(name = "MissingForEligibility")
    record Missing(
            @Schema(example = "too-long") String code,
            @Schema(example = "超过规定时长") String message) {}

    static EligibilityView of(List<String> codes, ProblemMessages messages, Locale locale) {
        List<Missing> missing = codes.stream()
                .map(code -> new Missing(code, messages.ofField(FieldProblem.of("entry", code), locale)))
                .toList();
        return new EligibilityView(missing.isEmpty(), missing);
    }
}
