package org.lecturehalls.persons;

import java.util.Set;
import java.util.function.BiFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What one capability keeps about people; one bean for each capability that stores user ids. */
public interface PersonalRecords {

    /** Its name, for example {@code sessions}. */
    String capability();

    /** Where user ids stand, as collection and path, for example {@code courses.ownerId}. A test looks for missing ones. */
    Set<String> fields();

    /** Everything that is kept about a person. */
    Flux<PersonalItem> of(String userId);

    /**
     * Forgets who the person was; what others need (figures, published works) stays without a name. Can be repeated.
     *
     * @param alias stands where the user id stood, and leads to nobody
     * @return how many documents changed
     */
    Mono<Long> erase(String userId, String alias);

    /**
     * These, with more to forget once they are forgotten.
     *
     * @param further takes the user id and the alias, as {@link #erase} does, and tells how many more documents changed
     */
    default PersonalRecords alsoForgetting(BiFunction<String, String, Mono<Long>> further) {
        return new FurtherForgetting(this, further);
    }
}
