package org.lecturehalls.persons;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands out what is kept about a person, and forgets it. */
@Service
class Persons {

    private final List<PersonalRecords> records;
    private final ErasureStore erasures;
    private final PersonsSettings settings;
    private final Clock clock;

    Persons(List<PersonalRecords> records, ErasureStore erasures, PersonsSettings settings, Clock clock) {
        this.records = records.stream()
                .sorted(Comparator.comparing(PersonalRecords::capability))
                .toList();
        this.erasures = erasures;
        this.settings = settings;
        this.clock = clock;
    }

    /** What one capability keeps about a person. */
    record Part(String capability, List<PersonalItem> items) {}

    /** @param account the account as the realm tells it; the realm itself keeps it */
    record Everything(Instant exportedAt, Map<String, String> account, List<Part> parts) {}

    Mono<Everything> of(CurrentUser user) {
        return Flux.fromIterable(records)
                .concatMap(each -> each.of(user.id()).collectList().map(items -> new Part(each.capability(), items)))
                .filter(part -> !part.items().isEmpty())
                .collectList()
                .map(parts -> new Everything(clock.instant(), account(user), parts));
    }

    private static Map<String, String> account(CurrentUser user) {
        return new TreeMap<>(Map.of(
                "id", user.id(),
                "name", user.name(),
                "region", user.region().value(),
                "roles", new TreeSet<>(user.roles()).toString()));
    }

    /** Asks to be forgotten; asking twice is asking once. */
    Mono<Erasure> ask(CurrentUser user) {
        var now = clock.instant();
        var erasure = new Erasure(
                Ids.next(),
                user.id(),
                user.region(),
                Erasure.State.WAITING,
                now,
                now.plus(settings.erasedAfter()),
                false,
                null,
                Map.of());
        return erasures.insert(erasure)
                .onErrorResume(DuplicateKeyException.class, before -> erasures.ofUser(user.id()));
    }

    Mono<Erasure> asked(CurrentUser user) {
        return erasures.ofUser(user.id()).switchIfEmpty(Mono.error(NotFoundException::new));
    }

    Mono<Void> withdraw(CurrentUser user) {
        return erasures.withdraw(user.id())
                .filter(withdrawn -> withdrawn)
                .switchIfEmpty(Mono.error(() -> new ConflictException("nothing-to-withdraw")))
                .then();
    }

    /** Does not wait for the day. */
    Mono<Erasure> confirm(String id, CurrentUser officer) {
        return erasures.claimNow(id, officer.region(), clock.instant())
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(this::carryOut);
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 60_000)
    Mono<Void> carryOutWhatIsDue() {
        return Mono.defer(this::carryOutWhatIsDueNow);
    }

    private Mono<Void> carryOutWhatIsDueNow() {
        return erasures.claimDue(clock.instant()).flatMap(this::carryOut).then();
    }

    private Mono<Erasure> carryOut(Erasure erasure) {
        var userId = Objects.requireNonNull(erasure.userId());
        return Flux.fromIterable(records)
                .concatMap(each ->
                        each.erase(userId, erasure.alias()).map(changed -> Map.entry(each.capability(), changed)))
                .filter(each -> each.getValue() > 0)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue)
                .flatMap(changed -> erasures.done(erasure, changed, clock.instant()));
    }
}
