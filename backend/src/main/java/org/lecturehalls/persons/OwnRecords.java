package org.lecturehalls.persons;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The wish to be forgotten itself, which loses the person's id when it has been done. */
@Component
class OwnRecords implements PersonalRecords {

    private final ErasureStore erasures;

    OwnRecords(ErasureStore erasures) {
        this.erasures = erasures;
    }

    @Override
    public String capability() {
        return "persons";
    }

    @Override
    public Set<String> fields() {
        return Set.of("erasures.userId");
    }

    @Override
    public Flux<PersonalItem> of(String userId) {
        return erasures.ofUser(userId)
                .map(each -> new PersonalItem(
                        "erasures.userId",
                        Map.of(
                                "requestedAt",
                                each.requestedAt().toString(),
                                "dueAt",
                                each.dueAt().toString())))
                .flux();
    }

    @Override
    public Mono<Long> erase(String userId, String alias) {
        return Mono.just(0L);
    }
}
