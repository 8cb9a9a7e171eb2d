package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Entry.Text;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.Etags;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Idempotency;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
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
    private final LecturerDirectory lecturers;
    private final Idempotency idempotency;

    Entering(
            Contests contests,
            ContestStore store,
            EntryStore entries,
            EntryChecks checks,
            MediaLibrary media,
            LecturerDirectory lecturers,
            Idempotency idempotency) {
        this.contests = contests;
        this.store = store;
        this.entries = entries;
        this.checks = checks;
        this.media = media;
        this.lecturers = lecturers;
        this.idempotency = idempotency;
    }

    /** Enters an asset of one's own and answers the id of the entry. */
    Mono<String> enter(CurrentUser user, String contestId, EntryInput input, @Nullable String key) {
        return idempotency.once(
                user.id(),
                "entries:" + contestId,
                key,
                () -> about(user, contestId, input).flatMap(whole -> enter(user, contestId, whole)));
    }

    /** What is entered is said, or is the lecturer who asks. */
    private Mono<EntryInput> about(CurrentUser user, String contestId, EntryInput input) {
        return contests.get(user, contestId).flatMap(contest -> about(user, contest, input));
    }

    private Mono<EntryInput> about(CurrentUser user, Contest contest, EntryInput input) {
        if (contest.plan().kind().takesMedia()) {
            return input.subject().isBlank()
                    ? Mono.error(new InvalidInputException(List.of(FieldProblem.of("mediaAssetId", "not-blank"))))
                    : Mono.just(input);
        }
        return lecturers
                .ofUser(user.id())
                .map(lecturer -> input.about(lecturer.id()))
                .switchIfEmpty(Mono.error(() -> new ConflictException("not-a-lecturer")));
    }

    private Mono<String> enter(CurrentUser user, String contestId, EntryInput input) {
        return taking(user, contestId, input)
                .delayUntil(contest -> usable(user, contest, input))
                .flatMap(contest -> name(user, contest))
                .map(name -> entry(user, name, contestId, text(input, contests.now())))
                .flatMap(entries::insert)
                .flatMap(entry -> commit(user, entry, input).onErrorResume(e -> drop(entry, e)))
                .map(Entry::id);
    }

    private Mono<Contest> taking(CurrentUser user, String contestId, EntryInput input) {
        return contests.get(user, contestId).doOnNext(contest -> checks.mayEnter(user, contest, input));
    }

    private Mono<Void> usable(CurrentUser user, Contest contest, EntryInput input) {
        MediaKind kind = contest.plan().kind().media();
        if (kind == null) {
            return Mono.empty();
        }
        return media.ownedBy(user, input.subject())
                .doOnNext(asset -> EntryChecks.usable(kind, asset))
                .then();
    }

    private static Text text(EntryInput input, Instant now) {
        return new Text(input.strippedTitle(), input.categoryOrNone(), input.presenters(), input.subject(), now);
    }

    /** A lecturer is honoured under the name that stands in the register. */
    private Mono<String> name(CurrentUser user, Contest contest) {
        return contest.plan().kind().takesMedia()
                ? Mono.just(user.name())
                : lecturers.ofUser(user.id()).map(LecturerSummary::name).defaultIfEmpty(user.name());
    }

    private static Entry entry(CurrentUser user, String name, String contestId, Text text) {
        return new Entry(Ids.next(), contestId, user.id(), name, text.at(), List.of(text));
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
        return about(user, contestId, input).flatMap(whole -> changeTo(user, contestId, entryId, ifMatch, whole));
    }

    private Mono<String> changeTo(
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
