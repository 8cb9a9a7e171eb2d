package org.lecturehalls.curricula;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.history.ChangeKind;
import org.lecturehalls.history.RevisedRecords;
import org.lecturehalls.history.Revision;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.Cursor;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.lecturehalls.platform.Page;
import org.lecturehalls.platform.PageQuery;
import org.lecturehalls.platform.StaleVersionException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.ReactiveMongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps the subject areas. They are the same for the whole city, so its own officers change them, not a county's. */
@Service
class SubjectAreas {

    static final int MOST = 200;

    private static final int CITY_DIGITS = 4;
    private static final int PLACE_STEP = 10;
    private static final List<List<String>> DEFAULTS = List.of(
            List.of("theory-policy", "理论政策", "Theory and policy"),
            List.of("revolutionary-tradition", "革命传统", "Revolutionary tradition"),
            List.of("history", "历史", "History"),
            List.of("farming-skills", "农业技术", "Farming skills"),
            List.of("law", "法律", "Law"),
            List.of("health", "健康", "Health"),
            List.of("culture", "文化", "Culture"));

    private final ReactiveMongoOperations mongo;
    private final RevisedRecords<SubjectArea> records;
    private final Clock clock;

    SubjectAreas(ReactiveMongoOperations mongo, Clock clock) {
        this.mongo = mongo;
        this.records = new RevisedRecords<>(mongo, clock, SubjectArea.class);
        this.clock = clock;
    }

    /** Those that were there before stay as people left them, put away ones too. */
    @EventListener(ApplicationReadyEvent.class)
    Mono<Void> addDefaults() {
        return Flux.range(0, DEFAULTS.size()).concatMap(this::addDefault).then();
    }

    private Mono<SubjectArea> addDefault(int index) {
        List<String> area = DEFAULTS.get(index);
        Revision first =
                new Revision(1, "", "", clock.instant().truncatedTo(ChronoUnit.MILLIS), ChangeKind.CREATED, List.of());
        int place = (index + 1) * PLACE_STEP;
        return mongo.insert(new SubjectArea(area.get(0), area.get(1), area.get(2), place, null, first))
                .onErrorResume(DuplicateKeyException.class, there -> Mono.empty());
    }

    Mono<SubjectArea> create(String id, SubjectAreaInput input, CurrentUser user) {
        return ofCity(user)
                .then(mongo.count(new Query(), SubjectArea.class))
                .filter(count -> count < MOST)
                .switchIfEmpty(Mono.error(() -> new LimitExceededException("too-many-subjects", MOST)))
                .map(count -> new SubjectArea(id, input.zh(), input.en(), input.place(), null, records.first(user)))
                .flatMap(records::create);
    }

    private static Mono<Void> ofCity(CurrentUser user) {
        return user.region().value().length() <= CITY_DIGITS
                ? Mono.empty()
                : Mono.error(new NotAllowedException("outside-region"));
    }

    Mono<SubjectArea> change(String id, SubjectAreaInput input, long version, CurrentUser user) {
        return editable(id, version, user).flatMap(before -> records.change(before, before.saying(input), user));
    }

    /** No new course can take it any more; those that have it keep it. */
    Mono<SubjectArea> delete(String id, long version, CurrentUser user) {
        return editable(id, version, user).flatMap(area -> records.delete(area, user));
    }

    Mono<SubjectArea> restore(String id, CurrentUser user) {
        return ofCity(user).then(find(id)).flatMap(area -> records.restore(area, user));
    }

    private Mono<SubjectArea> editable(String id, long version, CurrentUser user) {
        return ofCity(user)
                .then(get(id))
                .filter(area -> area.version() == version)
                .switchIfEmpty(Mono.error(StaleVersionException::new));
    }

    Mono<SubjectArea> get(String id) {
        return find(id).filter(SubjectArea::inUse).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    private Mono<SubjectArea> find(String id) {
        return mongo.findById(id, SubjectArea.class).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    /** Fails when a course is said to be about something that is not there. */
    Mono<Void> check(@Nullable String id) {
        return id == null
                ? Mono.empty()
                : get(id).onErrorMap(
                                NotFoundException.class,
                                none -> new InvalidInputException(
                                        List.of(FieldProblem.of("subject", "unknown-subject"))))
                        .then();
    }

    Mono<Page<Revision>> history(String id, PageQuery page) {
        return find(id).flatMap(area -> records.history(area, page));
    }

    Mono<Page<SubjectArea>> list(boolean deleted, PageQuery page) {
        Criteria wanted = RevisedRecords.deleted(deleted);
        Query query = Query.query(wanted).with(Sort.by("place", "_id")).limit(MOST);
        // A handful at most, so the page is cut here; its places sort by number and id together.
        return mongo.find(query, SubjectArea.class)
                .filter(area ->
                        page.after() == null || key(area).compareTo(page.after().value(0)) > 0)
                .take(page.readLimit())
                .collectList()
                .map(read -> Page.of(read, page, last -> Cursor.of(key(last))));
    }

    private static String key(SubjectArea area) {
        return String.format(Locale.ROOT, "%04d %s", area.place(), area.id());
    }
}
