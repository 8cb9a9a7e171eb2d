package org.lecturehalls.lecturers;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * A cohort that is trained together. Who is in it stands with each {@link Trainee}.
 *
 * @param validMonths how long its certificates are good for; null for the city's rule
 */
@Document("cohorts")
record Cohort(
        @Id String id,
        @Indexed(unique = true) String number,
        String name,
        @Indexed RegionCode region,
        LocalDate startsOn,
        LocalDate endsOn,
        List<TrainingCourse> courses,
        @Nullable Integer validMonths,
        @Indexed CohortState state,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Cohort> {

    static Cohort of(String id, CohortInput input, RegionCode region, CohortState state, Revision revision) {
        return new Cohort(
                id,
                input.number(),
                input.name().strip(),
                region,
                input.startsOn(),
                input.endsOn(),
                input.courses(),
                input.validMonths(),
                state,
                null,
                revision);
    }

    Cohort in(CohortState next) {
        return new Cohort(id, number, name, region, startsOn, endsOn, courses, validMonths, next, deletedAt, revision);
    }

    @Override
    public Cohort revised(Revision next, @Nullable Instant deleted) {
        return new Cohort(id, number, name, region, startsOn, endsOn, courses, validMonths, state, deleted, next);
    }

    boolean isOpen() {
        return state == CohortState.OPEN && inUse();
    }

    Set<String> courseCodes() {
        return courses.stream().map(TrainingCourse::code).collect(Collectors.toUnmodifiableSet());
    }

    int hours() {
        return courses.stream().mapToInt(TrainingCourse::hours).sum();
    }

    @Override
    public Map<String, String> fields() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("number", number);
        fields.put("name", name);
        fields.put("region", region.value());
        fields.put("startsOn", startsOn.toString());
        fields.put("endsOn", endsOn.toString());
        fields.put("courses", courses.stream().map(TrainingCourse::text).collect(Collectors.joining("；")));
        fields.put("validMonths", validMonths == null ? "" : validMonths.toString());
        fields.put("state", state.name());
        return fields;
    }
}
