package org.lecturehalls.persons;

import java.util.Set;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a capability keeps about people, of which more has to be forgotten than its fields. */
record FurtherForgetting(PersonalRecords records, BiFunction<String, String, Mono<Long>> further)
        implements PersonalRecords {

    @Override
    public String capability() {
        return records.capability();
    }

    @Override
    public Set<String> fields() {
        return records.fields();
    }

    @Override
    public Flux<PersonalItem> of(String userId) {
        return records.of(userId);
    }

    @Override
    public Mono<Long> erase(String userId, String alias) {
        return records.erase(userId, alias)
                .flatMap(count -> further.apply(userId, alias).map(more -> count + more));
    }
}
