package org.lecturehalls.competitions;

import org.jspecify.annotations.Nullable;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Entering contests. */
@Service
class Entering {

    static final int MOST_ENTRIES = 5_000;
    static final int MOST_ENTRIES_EACH = 20;

    private final Contests contests;
    private final ContestStore store;
    private final EntryStore entries;
    private final MediaLibrary media;
    private final Idempotency idempotency;

    Entering(Contests contests, ContestStore store, EntryStore entries, MediaLibrary media, Idempotency idempotency) {
        this.contests = contests;
        this.store = store;
        this.entries = entries;
        this.media = media;
        this.idempotency = idempotency;
    }

    /** Enters an asset of one's own and answers the id of the entry. */
    Mono<String> enter(CurrentUser user, String contestId, String title, String assetId, @Nullable String key) {
        return idempotency.once(user.id(), "entries:" + contestId, key, () -> enter(user, contestId, title, assetId));
    }

    private Mono<String> enter(CurrentUser user, String contestId, String title, String assetId) {
        return open(user, contestId, assetId)
                .delayUntil(contest -> usable(user, contest, assetId))
                .map(contest -> entry(user, contest, title, assetId))
                .flatMap(entries::insert)
                .flatMap(entry -> commit(user, entry).onErrorResume(e -> drop(entry, e)))
                .map(Entry::id);
    }

    private Mono<Contest> open(CurrentUser user, String contestId, String assetId) {
        return contests.get(user, contestId).doOnNext(contest -> check(user, contest, assetId));
    }

    private void check(CurrentUser user, Contest contest, String assetId) {
        if (!contest.region().contains(user.region())) {
            throw new NotAllowedException("not-in-region");
        }
        contests.check(ContestPolicy.ENTERING, contest);
        if (contest.isJudge(user.id())) {
            throw new ConflictException("judge-cannot-enter");
        }
        if (contest.entries().stream().anyMatch(ref -> ref.mediaAssetId().equals(assetId))) {
            throw new ConflictException("already-entered");
        }
        if (contest.entries().size() >= MOST_ENTRIES
                || contest.entriesOf(user.id()).size() >= MOST_ENTRIES_EACH) {
            throw new LimitExceededException("too-many-entries");
        }
    }

    private Mono<MediaAsset> usable(CurrentUser user, Contest contest, String assetId) {
        return media.ownedBy(user, assetId).doOnNext(asset -> checkUsable(contest, asset));
    }

    private static void checkUsable(Contest contest, MediaAsset asset) {
        if (asset.kind() != contest.plan().kind().media()) {
            throw new ConflictException("wrong-media-kind");
        }
        if (asset.state() == MediaState.REFUSED || asset.state() == MediaState.FAILED) {
            throw new ConflictException("media-not-usable");
        }
    }

    private Entry entry(CurrentUser user, Contest contest, String title, String assetId) {
        return new Entry(Ids.next(), contest.id(), title, user.id(), user.name(), assetId, contests.now());
    }

    /** The write of the contest is what enters the entry; everything before it leaves nothing that counts. */
    private Mono<Entry> commit(CurrentUser user, Entry entry) {
        EntryRef ref = new EntryRef(entry.id(), entry.entrantId(), entry.mediaAssetId(), 0);
        return Mono.defer(() -> open(user, entry.contestId(), entry.mediaAssetId()))
                .flatMap(contest -> store.enter(contest, ref).transform(LostRace.whenEmpty()))
                .retryWhen(LostRace.retry())
                .thenReturn(entry);
    }

    private Mono<Entry> drop(Entry entry, Throwable why) {
        return entries.remove(entry.id()).then(Mono.error(why));
    }

    /** Takes an entry back: its entrant may, and whoever runs the contest, until judging starts. */
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
