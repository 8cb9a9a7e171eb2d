package org.lecturehalls.competitions;

import java.util.List;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Says who judges what. */
@Service
class Assigning {

    /** The entries with their judges; what an officer has assigned stays. */
    Mono<List<EntryRef>> assigned(Contest contest) {
        List<EntryRef> all = contest.entries().stream()
                .map(ref -> ref.judgeIds().isEmpty() && ref.takesPart() ? ref.judgedBy(mayJudge(contest, ref)) : ref)
                .toList();
        return Mono.just(all);
    }

    private static List<String> mayJudge(Contest contest, EntryRef ref) {
        return contest.judges().stream()
                .filter(judge -> judge.conflictsWith().stream().noneMatch(ref::isBy))
                .map(Judge::id)
                .toList();
    }
}
