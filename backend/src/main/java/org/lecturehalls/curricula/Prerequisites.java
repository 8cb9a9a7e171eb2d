package org.lecturehalls.curricula;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is to be watched before a course: published courses that do not ask for that course themselves. */
@Component
class Prerequisites {

    static final int MOST = 10;

    /** A chain that is longer than this is nobody's curriculum. */
    private static final int MOST_FOLLOWED = 500;

    private final CourseStore store;

    Prerequisites(CourseStore store) {
        this.store = store;
    }

    /** @return fails with {@link InvalidInputException} that names the prerequisite that can't be one */
    Mono<Void> check(String courseId, List<String> wanted) {
        return wanted.isEmpty()
                ? Mono.empty()
                : store.publishedOf(wanted)
                        .map(Course::id)
                        .collectList()
                        .doOnNext(published -> refuseUnpublished(wanted, published))
                        .then(Mono.defer(() -> follow(courseId, Set.copyOf(wanted), new HashSet<>())));
    }

    private static void refuseUnpublished(List<String> wanted, List<String> published) {
        for (int i = 0; i < wanted.size(); i++) {
            if (!published.contains(wanted.get(i))) {
                throw problem("prerequisites[" + i + "]", "not-a-published-course");
            }
        }
    }

    /** Looks at what the next courses ask for, level by level, whatever their state. */
    private Mono<Void> follow(String courseId, Set<String> next, Set<String> seen) {
        if (next.contains(courseId) || seen.size() > MOST_FOLLOWED) {
            return Mono.error(problem("prerequisites", "prerequisite-cycle"));
        }
        seen.addAll(next);
        return store.all(next)
                .flatMapIterable(course -> course.description().required())
                .filter(id -> !seen.contains(id))
                .collect(HashSet<String>::new, Set::add)
                .flatMap(further -> further.isEmpty() ? Mono.empty() : follow(courseId, further, seen));
    }

    private static InvalidInputException problem(String field, String code) {
        return new InvalidInputException(List.of(FieldProblem.of(field, code)));
    }
}
