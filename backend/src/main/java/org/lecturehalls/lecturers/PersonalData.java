package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revision;

/**
 * Everything that is kept about a lecturer as a person.
 *
 * @param phone in clear
 * @param history the latest changes, newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonalData(
        LecturerView lecturer,
        @Schema(example = "13800000000") @Nullable String phone,
        List<Revision> history) {}
