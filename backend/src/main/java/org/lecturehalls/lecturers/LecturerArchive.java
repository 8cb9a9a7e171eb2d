package org.lecturehalls.lecturers;

import java.util.List;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Batches;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class LecturerArchive implements LecturerIntake {

    private static final int BATCH = 500;

    private final ReactiveMongoOperations mongo;
    private final LecturerRecords lecturers;

    LecturerArchive(ReactiveMongoOperations mongo, LecturerRecords lecturers) {
        this.mongo = mongo;
        this.lecturers = lecturers;
    }

    @Override
    public Mono<Void> take(List<Person> people, List<Group> groups, CurrentUser by) {
        Revision first = lecturers.records().first(by);
        Flux<Team> teams = Flux.fromIterable(groups).map(group -> team(group, first));
        Flux<Lecturer> members = Flux.fromIterable(people).map(person -> lecturer(person, first));
        return Batches.put(mongo, teams, Team.class, BATCH)
                .then(Batches.put(mongo, members, Lecturer.class, BATCH))
                .then();
    }

    private static Team team(Group group, Revision first) {
        TeamInput input = new TeamInput(group.number(), group.name(), group.region(), group.leaderId());
        return Team.of(group.id(), input, group.region(), first);
    }

    private static Lecturer lecturer(Person person, Revision first) {
        LecturerInput input = new LecturerInput(
                person.number(),
                person.name(),
                person.region(),
                List.of(nth(LecturerCategory.values(), person.kind())),
                person.subjects(),
                List.of(nth(LectureForm.values(), person.kind())),
                List.of(nth(SpokenLanguage.values(), person.kind())),
                person.homeHallId(),
                person.teamId(),
                null,
                null);
        return Lecturer.of(person.id(), input, person.region(), null, first);
    }

    private static <E> E nth(E[] values, int number) {
        return values[number % values.length];
    }
}
