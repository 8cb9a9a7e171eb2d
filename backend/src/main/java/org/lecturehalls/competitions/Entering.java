package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Entry.Text;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Entering contests, putting another version in place, and taking back. */
@Service
class Entering {

    static final int MOST_VERSIONS = 20;

    private final Contests contests;
    private final ContestStore store;
    private final EntryStore entries;
    private final EntryChecks checks;
    private final MediaLibrary media;
    private final Idempotency idempotency;

    Entering(
            Contests contests,
            ContestStore store,
            EntryStore entries,
            EntryChecks checks,
            MediaLibrary media,
            Idempotency idempotency) {
        this.contests = contests;
        this.store = store;
        this.entries = entries;
        this.checks = checks;
        this.media = media;
        this.idempotency = idempotency;
    }

    /** Enters an asset of one's own and answers the id of the entry. */
    Mono<String> enter(CurrentUser user, String contestId, EntryInput input, @Nullable String key) {
        return idempotency.once(user.id(), "entries:" + contestId, key, () -> enter(user, contestId, input));
    }

    private Mono<String> enter(CurrentUser user, String contestId, EntryInput input) {
        return taking(user, contestId, input)
                .delayUntil(contest -> usable(user, contest, input))
                .map(contest -> entry(user, contest, text(input, contests.now())))
                .flatMap(entries::insert)
                .flatMap(entry -> commit(user, entry, input).onErrorResume(e -> drop(entry, e)))
                .map(Entry::id);
    }

    private Mono<Contest> taking(CurrentUser user, String contestId, EntryInput input) {
        return contests.get(user, contestId).doOnNext(contest -> checks.mayEnter(user, contest, input));
    }

    private Mono<Void> usable(CurrentUser user, Contest contest, EntryInput input) {
        return media.ownedBy(user, input.mediaAssetId())
                .doOnNext(asset -> EntryChecks.usable(contest, asset))
                .then();
    }

    private static Text text(EntryInput input, Instant now) {
        return new Text(input.strippedTitle(), input.categoryOrNone(), input.presenters(), input.mediaAssetId(), now);
    }

    private static Entry entry(CurrentUser user, Contest contest, Text text) {
        return new Entry(Ids.next(), contest.id(), user.id(), user.name(), text.at(), List.of(text));
    }

    /** The write of the contest is what enters the entry; everything before it leaves nothing that counts. */
    private Mono<Entry> commit(CurrentUser user, Entry entry, EntryInput input) {
        EntryRef ref = EntryChecks.ref(user, entry.id(), entry.versions().get(0), 0);
        return Mono.defer(() -> taking(user, entry.contestId(), input))
                .flatMap(contest -> store.enter(contest, ref).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry())
                .thenReturn(entry);
    }

    private Mono<Entry> drop(Entry entry, Throwable why) {
        return entries.remove(entry.id()).then(Mono.error(why));
    }

    /** Puts another version in an entry's place, until the deadline; earlier versions are kept. */
    Mono<String> change(
            CurrentUser user, String contestId, String entryId, @Nullable String ifMatch, EntryInput input) {
        return changing(user, contestId, entryId, input)
                .doOnNext(contest -> Etags.check(ifMatch, version(contest, entryId)))
                .delayUntil(contest -> usable(user, contest, input))
                .flatMap(contest -> entries.add(entryId, text(input, contests.now()), MOST_VERSIONS))
                .switchIfEmpty(Mono.error(() -> new LimitExceededException("too-many-versions", MOST_VERSIONS)))
                .flatMap(entry -> commitChange(user, entry, ifMatch, input))
                .thenReturn(entryId);
    }

    /** The version that an entry's lead sees. */
    static long version(Contest contest, String entryId) {
        return contest.entry(entryId).map(ref -> ref.text() + 1L).orElse(0L);
    }

    private Mono<Contest> changing(CurrentUser user, String contestId, String entryId, EntryInput input) {
        return contests.get(user, contestId).doOnNext(contest -> {
            EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
            if (!ref.entrantId().equals(user.id())) {
                throw new NotFoundException();
            }
            checks.mayChange(user, contest, ref, input);
        });
    }

    private Mono<Contest> commitChange(CurrentUser user, Entry entry, @Nullable String ifMatch, EntryInput input) {
        int latest = entry.versions().size() - 1;
        EntryRef ref = EntryChecks.ref(user, entry.id(), entry.versions().get(latest), latest);
        return Mono.defer(() -> changing(user, entry.contestId(), entry.id(), input))
                .doOnNext(contest -> Etags.check(ifMatch, version(contest, entry.id())))
                .flatMap(contest -> store.replaceEntry(contest, ref).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry());
    }

    /** Takes an entry back: its lead may, and whoever runs the contest, until screening starts. */
    Mono<Void> withdraw(CurrentUser user, String contestId, String entryId) {
        return Mono.defer(() -> contests.get(user, contestId))
                .doOnNext(contest -> checkWithdrawal(user, contest, entryId))
                .flatMap(contest -> store.withdraw(contest, entryId).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry())
                .then(entries.remove(entryId));
    }

    private void checkWithdrawal(CurrentUser user, Contest contest, String entryId) {
        EntryRef ref = contest.entry(entryId).orElseThrow(NotFoundException::new);
        boolean own = ref.entrantId().equals(user.id());
        if (!own && Standing.of(user, contest) != Standing.OFFICER) {
            throw new NotFoundException();
        }
        contests.check(ContestPolicy.WITHDRAWING, contest);
    }
}
