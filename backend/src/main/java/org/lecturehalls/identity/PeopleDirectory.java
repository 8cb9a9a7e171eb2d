package org.lecturehalls.identity;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** People who have signed in. */
public interface PeopleDirectory {

    /** Those of the people who have signed in, as the sign-in last told, in no order. */
    Flux<CurrentUser> known(Collection<String> userIds);

    /** Their names by user id. */
    default Mono<Map<String, String>> names(Collection<String> userIds) {
        Set<String> ids = Set.copyOf(userIds);
        return ids.isEmpty() ? Mono.just(Map.of()) : known(ids).collectMap(CurrentUser::id, CurrentUser::name);
    }
}
