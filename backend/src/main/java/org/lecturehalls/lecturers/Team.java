package org.lecturehalls.lecturers;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.Revised;
import org.lecturehalls.history.Revision;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.annotation.Id;
import org.springframework.data.mongodb.core.index.Indexed;
import org.springframework.data.mongodb.core.mapping.Document;

/** A team. Who is in it stands with each lecturer, so that nobody can be in two. */
@Document("teams")
record Team(
        @Id String id,
        @Indexed(unique = true) String number,
        String name,
        @Indexed RegionCode region,
        @Nullable String leaderId,
        @Nullable Instant deletedAt,
        Revision revision)
        implements Revised<Team> {

    static Team of(String id, TeamInput input, RegionCode region, Revision revision) {
        return new Team(id, input.number(), input.name().strip(), region, input.leaderId(), null, revision);
    }

    @Override
    public Team revised(Revision next, @Nullable Instant deleted) {
        return new Team(id, number, name, region, leaderId, deleted, next);
    }

    @Override
    public Map<String, String> fields() {
        return Map.of(
                "number",
                number,
                "name",
                name,
                "region",
                region.value(),
                "leaderId",
                Objects.requireNonNullElse(leaderId, ""));
    }
}
