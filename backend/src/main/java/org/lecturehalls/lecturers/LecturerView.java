package org.lecturehalls.lecturers;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * A lecturer as shown.
 *
 * @param userId only for officers of the place and the lecturer
 * @param hasPhone only for officers of the place and the lecturer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LecturerView(
        String id,
        @Schema(example = "L-451022-0007") String number,
        @Schema(example = "韦秀兰") String name,
        @Schema(type = "string", example = "451022") RegionCode region,
        List<LecturerCategory> categories,
        List<String> subjects,
        List<LectureForm> formats,
        List<SpokenLanguage> languages,
        @Nullable String homeHallId,
        @Nullable String teamId,
        @Nullable String userId,
        @Nullable Boolean hasPhone,
        @Nullable Instant deletedAt,
        long version) {

    static LecturerView of(Lecturer lecturer, LecturerViewer viewer) {
        boolean all = viewer.seesAllOf(lecturer);
        return new LecturerView(
                lecturer.id(),
                lecturer.number(),
                lecturer.name(),
                lecturer.region(),
                lecturer.categories(),
                lecturer.subjects(),
                lecturer.formats(),
                lecturer.languages(),
                lecturer.homeHallId(),
                lecturer.teamId(),
                all ? lecturer.userId() : null,
                all ? lecturer.sealedPhone() != null : null,
                lecturer.deletedAt(),
                lecturer.version());
    }
}
