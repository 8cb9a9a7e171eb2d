package org.lecturehalls.curricula;

import java.util.List;
import org.lecturehalls.identity.CurrentUser;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
class CourseArchive implements CourseIntake {

    private final ReactiveMongoOperations mongo;

    CourseArchive(ReactiveMongoOperations mongo) {
        this.mongo = mongo;
    }

    @Override
    public Mono<Void> take(List<Entry> entries, CurrentUser by) {
        return Flux.fromIterable(entries)
                .map(entry -> course(entry, by))
                .concatMap(this::insertNew)
                .then();
    }

    /** One that is there may have been changed since, and stays as it is. */
    private Mono<Course> insertNew(Course course) {
        return mongo.insert(course).onErrorResume(DuplicateKeyException.class, there -> Mono.empty());
    }

    private static Course course(Entry entry, CurrentUser by) {
        Course.Description description =
                new Course.Description(entry.title(), entry.summary(), entry.format(), "zh", null, null, List.of());
        return Course.draft(entry.id(), description, by, entry.publishedAt()).published(entry.publishedAt());
    }
}
