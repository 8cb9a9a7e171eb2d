package org.lecturehalls.identity;

import java.util.Collection;
import reactor.core.publisher.Flux;

/** People who have signed in. */
public interface PeopleDirectory {

    /** Those of the people who have signed in, as the sign-in last told, in no order. */
    Flux<CurrentUser> known(Collection<String> userIds);
}
