package org.lecturehalls.halls;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Which halls are wanted; null stands for all.
 *
 * @param text part of the name, number or address
 * @param deleted those put away instead of those in use
 */
record HallFilter(
        @Nullable String text,
        @Nullable RegionCode region,
        @Nullable HallType type,
        @Nullable HallState state,
        boolean deleted) {

    Criteria criteria() {
        List<Criteria> all = new ArrayList<>();
        all.add(RevisedRecords.deleted(deleted));
        if (text != null && !text.isBlank()) {
            all.add(RevisedRecords.containing(text, "name", "number", "address"));
        }
        if (region != null) {
            all.add(RevisedRecords.inside(region));
        }
        if (type != null) {
            all.add(where("type").is(type));
        }
        if (state != null) {
            all.add(where("state").is(state));
        }
        return new Criteria().andOperator(all);
    }
}
