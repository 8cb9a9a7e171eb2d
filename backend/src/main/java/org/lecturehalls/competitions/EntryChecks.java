package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.media.contract.MediaKind;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.springframework.stereotype.Component;

/** Whether something may be entered. */
@Component
class EntryChecks {

    static final int MOST_ENTRIES = 5_000;

    private final Contests contests;

    EntryChecks(Contests contests) {
        this.contests = contests;
    }

    void mayEnter(CurrentUser user, Contest contest, EntryInput input) {
        mayPresent(user, contest, input);
        if (hasAsset(contest, input.subject(), "")) {
            throw new ConflictException("already-entered");
        }
        long own = contest.entriesOf(user.id()).stream()
                .filter(ref -> ref.entrantId().equals(user.id()))
                .count();
        if (contest.entries().size() >= MOST_ENTRIES
                || own >= contest.plan().terms().entriesEach()) {
            throw new LimitExceededException("too-many-entries");
        }
    }

    void mayChange(CurrentUser user, Contest contest, EntryRef ref, EntryInput input) {
        mayPresent(user, contest, input);
        if (hasAsset(contest, input.subject(), ref.id())) {
            throw new ConflictException("already-entered");
        }
    }

    private void mayPresent(CurrentUser user, Contest contest, EntryInput input) {
        if (!contest.region().contains(user.region())) {
            throw new NotAllowedException("not-in-region");
        }
        contests.check(begunInTime(contest, input) ? ContestPolicy.ENTERING_LATE : ContestPolicy.ENTERING, contest);
        List<String> people = people(user, input.presenters());
        if (people.stream().anyMatch(contest::isJudge)) {
            throw new ConflictException("judge-cannot-enter");
        }
        checkFields(contest.plan(), user, input);
    }

    /** The id of an upload, which its asset keeps, tells when the upload began. */
    private static boolean begunInTime(Contest contest, EntryInput input) {
        return Optional.of(input.subject())
                .filter(asset -> contest.plan().kind().takesMedia())
                .flatMap(Ids::time)
                .filter(began -> began.isBefore(contest.plan().closesAt()))
                .isPresent();
    }

    private static void checkFields(ContestPlan plan, CurrentUser user, EntryInput input) {
        EntryTerms terms = plan.terms();
        List<FieldProblem> problems = new ArrayList<>();
        String category = input.categoryOrNone();
        if (terms.categories().isEmpty()
                ? !category.isEmpty()
                : !terms.categories().contains(category)) {
            problems.add(FieldProblem.of("category", "unknown-category"));
        }
        int most = plan.kind().takesMedia() ? terms.coPresenters() : 0;
        if (input.presenters().size() > most) {
            problems.add(FieldProblem.of("coPresenters", "too-many-presenters"));
        }
        if (input.presenters().stream().anyMatch(each -> each.userId().equals(user.id()))) {
            problems.add(FieldProblem.of("coPresenters", "repeated"));
        }
        if (!problems.isEmpty()) {
            throw new InvalidInputException(problems);
        }
    }

    private static boolean hasAsset(Contest contest, String assetId, String exceptEntry) {
        return contest.entries().stream()
                .anyMatch(ref -> ref.mediaAssetId().equals(assetId) && !ref.id().equals(exceptEntry));
    }

    static void usable(MediaKind kind, MediaAsset asset) {
        if (asset.kind() != kind) {
            throw new ConflictException("wrong-media-kind");
        }
        if (asset.state() == MediaState.REFUSED || asset.state() == MediaState.FAILED) {
            throw new ConflictException("media-not-usable");
        }
    }

    private static List<String> people(CurrentUser lead, List<Entry.Presenter> presenters) {
        List<String> people = new ArrayList<>();
        people.add(lead.id());
        presenters.stream()
                .map(Entry.Presenter::userId)
                .filter(id -> !id.isEmpty() && !people.contains(id))
                .forEach(people::add);
        return people;
    }

    static EntryRef ref(CurrentUser lead, String entryId, Entry.Text text, int index) {
        return new EntryRef(
                entryId,
                lead.id(),
                people(lead, text.coPresenters()),
                lead.region(),
                text.category(),
                text.mediaAssetId(),
                index,
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }
}
