package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

@Component
class StoredLecturerAudience implements LecturerAudience {

    private final LecturerRecords lecturers;

    StoredLecturerAudience(LecturerRecords lecturers) {
        this.lecturers = lecturers;
    }

    @Override
    public Flux<Member> within(RegionCode region, Collection<LecturerCategory> categories, Collection<String> teamIds) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(RevisedRecords.inside(region));
        wanted.add(RevisedRecords.deleted(false));
        if (!categories.isEmpty()) {
            wanted.add(where("categories").in(categories));
        }
        if (!teamIds.isEmpty()) {
            wanted.add(where("teamId").in(teamIds));
        }
        return lecturers
                .records()
                .all(new Criteria().andOperator(wanted), "number")
                .map(each -> new Member(each.id(), each.name(), each.region(), each.userId()));
    }
}
