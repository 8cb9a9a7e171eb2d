package org.lecturehalls.halls;

import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A hall as it is kept. */
@Document("halls")
record Hall(
        @Id String id,
        @Indexed(unique = true) String number,
        String name,
        HallType type,
        HallState state,
        @Indexed RegionCode region,
        String address,
        double latitude,
        double longitude,
        int capacity,
        List<String> equipment,
        List<OpeningHours> openingHours,
        @Indexed @Nullable String managerId,
        @Nullable String managerName,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Hall> {

    static final Map<HallType, String> TYPES = new EnumMap<>(
            Map.of(HallType.HALL, "讲习所", HallType.MOBILE_STOP, "流动讲习点", HallType.PRACTICE_BASE, "教学实践基地"));
    static final Map<HallState, String> STATES = new EnumMap<>(Map.of(HallState.OPEN, "在用", HallState.CLOSED, "停用"));

    static Hall of(String id, HallInput input, RegionCode region, @Nullable Instant deletedAt, Revision revision) {
        return new Hall(
                id,
                input.number(),
                input.name().strip(),
                input.type(),
                input.state(),
                region,
                input.address().strip(),
                input.latitude(),
                input.longitude(),
                input.capacity(),
                input.equipment(),
                input.openingHours(),
                input.managerId(),
                input.managerName(),
                deletedAt,
                revision);
    }

    /** The same hall as it is to be. */
    Hall with(HallInput input, RegionCode newRegion) {
        return of(id, input, newRegion, deletedAt, revision);
    }

    Hall in(RegionCode other) {
        return new Hall(
                id,
                number,
                name,
                type,
                state,
                other,
                address,
                latitude,
                longitude,
                capacity,
                equipment,
                openingHours,
                managerId,
                managerName,
                deletedAt,
                revision);
    }

    @Override
    public Hall revised(Revision next, @Nullable Instant deleted) {
        return new Hall(
                id,
                number,
                name,
                type,
                state,
                region,
                address,
                latitude,
                longitude,
                capacity,
                equipment,
                openingHours,
                managerId,
                managerName,
                deleted,
                next);
    }

    HallSummary summary() {
        boolean active = inUse() && state == HallState.OPEN;
        return new HallSummary(id, name, type, region, latitude, longitude, capacity, active, managerId);
    }

    @Override
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("name", name);
        fields.put("type", Objects.requireNonNull(TYPES.get(type)));
        fields.put("state", Objects.requireNonNull(STATES.get(state)));
        fields.put("region", region.value());
        fields.put("address", address);
        fields.put("latitude", String.format(Locale.ROOT, "%.6f", latitude));
        fields.put("longitude", String.format(Locale.ROOT, "%.6f", longitude));
        fields.put("capacity", Integer.toString(capacity));
        fields.put("equipment", String.join("；", equipment));
        fields.put("openingHours", openingHours.stream().map(OpeningHours::text).collect(Collectors.joining("；")));
        fields.put("managerId", Objects.requireNonNullElse(managerId, ""));
        fields.put("managerName", Objects.requireNonNullElse(managerName, ""));
        return fields;
    }
}
