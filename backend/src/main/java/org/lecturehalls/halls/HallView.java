package org.lecturehalls.halls;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;

/**
 * A hall as it is shown.
 *
 * @param managerId only for those who look after halls there
 * @param managerName only for those who look after halls there
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record HallView(
        String id,
        @Schema(example = "451022-001") String number,
        @Schema(example = "平马镇讲习所") String name,
        HallType type,
        HallState state,
        @Schema(type = "string", example = "451022101") RegionCode region,
        @Schema(example = "平马镇朝阳路 12 号") String address,
        @Schema(example = "23.5976") double latitude,
        @Schema(example = "107.1261") double longitude,
        @Schema(example = "80") int capacity,
        List<String> equipment,
        List<OpeningHours> openingHours,
        @Nullable String managerId,
        @Nullable String managerName,
        @Nullable Instant deletedAt,
        @Schema(example = "1") long version) {

    static HallView of(Hall hall, HallViewer viewer) {
        boolean officer = viewer.isOfficerOf(hall);
        return new HallView(
                hall.id(),
                hall.number(),
                hall.name(),
                hall.type(),
                hall.state(),
                hall.region(),
                hall.address(),
                hall.latitude(),
                hall.longitude(),
                hall.capacity(),
                hall.equipment(),
                hall.openingHours(),
                officer ? hall.managerId() : null,
                officer ? hall.managerName() : null,
                hall.deletedAt(),
                hall.version());
    }
}
