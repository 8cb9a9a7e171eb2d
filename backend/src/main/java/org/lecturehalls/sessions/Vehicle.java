package org.lecturehalls.sessions;

import io.swagger.v3.oas.annotations.media.Schema;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.CompoundIndex;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A car that brings the mobile classroom to its stops.
 *
 * @param plate unique in the city
 */
@Document("vehicles")
@CompoundIndex(def = "{'plate': 1}", unique = true)
@CompoundIndex(def = "{'region': 1, '_id': 1}")
@Schema(name = "Vehicle")
record Vehicle(
        @Id String id,
        @Schema(example = "大篷车一号") String name,
        @Schema(example = "桂L12345") String plate,
        RegionCode region,
        boolean active,
        long version) {}
