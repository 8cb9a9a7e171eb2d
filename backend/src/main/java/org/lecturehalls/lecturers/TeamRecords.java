package org.lecturehalls.lecturers;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.divisions.Divisions;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps the teams. Officers change those inside their region. */
@Service
class TeamRecords {

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<Team> records;
    private final Divisions divisions;

    TeamRecords(ReactiveMongoOperations mongo, Clock clock, Divisions divisions) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, Team.class);
        this.divisions = divisions;
    }

    Mono<Team> create(TeamInput input, CurrentUser user) {
        String id = Ids.next();
        return checkLeader(id, input.leaderId())
                .then(divisions.resolveFor(user, input.region(), "region"))
                .map(region -> Team.of(id, input, region, records.first(user)))
                .flatMap(records::create);
    }

    Mono<Team> change(String id, TeamInput input, long version, CurrentUser user) {
        return records.editable(id, version, user.region())
                .delayUntil(before -> checkLeader(id, input.leaderId()))
                .zipWhen(before -> divisions.resolveFor(user, input.region(), "region"))
                .flatMap(both -> records.change(
                        both.getT1(),
                        Team.of(id, input, both.getT2(), both.getT1().revision()),
                        user));
    }

    private Mono<Void> checkLeader(String teamId, @Nullable String leaderId) {
        if (leaderId == null) {
            return Mono.empty();
        }
        return mongo.findById(leaderId, Lecturer.class)
                .filter(lecturer -> lecturer.inUse() && teamId.equals(lecturer.teamId()))
                .switchIfEmpty(Mono.error(() -> new ConflictException("leader-not-in-team")))
                .then();
    }

    /** Puts a team away that has no members any more. */
    Mono<Team> delete(String id, long version, CurrentUser user) {
        Criteria members = new Criteria().andOperator(where("teamId").is(id), RevisedRecords.deleted(false));
        return records.editable(id, version, user.region())
                .filterWhen(team ->
                        mongo.exists(Query.query(members), Lecturer.class).map(some -> !some))
                .switchIfEmpty(Mono.error(() -> new ConflictException("team-has-members")))
                .flatMap(team -> records.delete(team, user));
    }

    Mono<Team> restore(String id, CurrentUser user) {
        return records.get(id, user.region()).flatMap(team -> records.restore(team, user));
    }

    Mono<Team> get(String id) {
        return mongo.findById(id, Team.class).filter(Team::inUse).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Page<Team>> list(@Nullable String text, @Nullable RegionCode region, boolean deleted, PageQuery page) {
        List<Criteria> wanted = new ArrayList<>();
        wanted.add(RevisedRecords.deleted(deleted));
        if (text != null && !text.isBlank()) {
            wanted.add(RevisedRecords.containing(text, "name", "number"));
        }
        if (region != null) {
            wanted.add(RevisedRecords.inside(region));
        }
        return records.page(new Criteria().andOperator(wanted), "number", Team::number, page);
    }

    Mono<Page<Revision>> history(String id, PageQuery page, CurrentUser user) {
        return records.get(id, user.region()).flatMap(team -> records.history(team, page));
    }

    RevisedRecords<Team> records() {
        return records;
    }
}
