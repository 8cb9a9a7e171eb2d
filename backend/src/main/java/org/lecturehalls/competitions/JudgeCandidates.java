package org.lecturehalls.competitions;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.identity.PeopleDirectory;
import org.lecturehalls.identity.Role;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Finds judges for a contest among those who have signed in. */
@Service
class JudgeCandidates {

    private final Contests contests;
    private final PeopleDirectory people;
    private final Conflicts conflicts;

    JudgeCandidates(Contests contests, PeopleDirectory people, Conflicts conflicts) {
        this.contests = contests;
        this.people = people;
        this.conflicts = conflicts;
    }

    /**
     * Judges within the officer's reach, for those who run the contest.
     *
     * @param text part of the name, as it is written or in pinyin; null for all
     */
    Mono<Page<JudgeCandidate>> list(CurrentUser officer, String id, @Nullable String text, PageQuery page) {
        return contests.run(officer, id)
                .zipWith(people.within(officer.region(), Role.JUDGE, text, page))
                .flatMap(both -> candidates(officer, both.getT1(), both.getT2()));
    }

    private Mono<Page<JudgeCandidate>> candidates(CurrentUser officer, Contest contest, Page<CurrentUser> found) {
        List<Judge> asIfSeated = found.items().stream()
                .map(person -> new Judge(person.id(), person.name(), List.of(), List.of()))
                .toList();
        return conflicts
                .of(contest, asIfSeated)
                .map(known -> found.map(person -> JudgeCandidate.of(person, officer, contest, known)));
    }
}
