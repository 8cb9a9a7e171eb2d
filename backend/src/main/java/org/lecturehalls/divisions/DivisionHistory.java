package org.lecturehalls.divisions;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.FieldChange;
import org.lecturehalls.history.Revision;
import org.lecturehalls.history.Trail;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who changed divisions. Those that the project carries have no history before their first change. */
@Component
class DivisionHistory {

    private final ReactiveMongoOperations mongo;
    private final Clock clock;
    private final Trail trail;

    DivisionHistory(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.clock = clock;
        this.trail = new Trail(mongo, Division.class);
    }

    Revision first(CurrentUser user) {
        return next(null, ChangeKind.CREATED, List.of(), user);
    }

    private Revision next(@Nullable Revision latest, ChangeKind kind, List<FieldChange> changes, CurrentUser user) {
        long version = latest == null ? 1 : latest.version() + 1;
        return new Revision(version, user.id(), user.name(), clock.instant(), kind, changes);
    }

    Mono<Void> rename(Division before, String name, CurrentUser user) {
        return change(before, name, new FieldChange("name", before.name(), name), user);
    }

    /** Notes that a division took the place of another code. */
    Mono<Void> replaces(Division division, String oldCode, CurrentUser user) {
        return change(division, division.name(), new FieldChange("code", oldCode, division.code()), user);
    }

    private Mono<Void> change(Division before, String name, FieldChange change, CurrentUser user) {
        Revision revision = next(before.latest(), ChangeKind.CHANGED, List.of(change), user);
        return Mono.justOrEmpty(before.latest())
                .flatMap(past -> trail.keep(before.code(), new RegionCode(before.code()), past))
                .then(Mono.defer(() -> mongo.save(new Division(before.code(), name, before.parent(), revision))))
                .then();
    }

    Mono<Page<Revision>> page(Division division, PageQuery page) {
        return trail.page(division.code(), division.latest(), page);
    }
}
