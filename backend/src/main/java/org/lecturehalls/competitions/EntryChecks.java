package org.lecturehalls.competitions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.lecturers.LecturerDirectory;
import org.lecturehalls.lecturers.LecturerSummary;
import org.lecturehalls.media.MediaAsset;
import org.lecturehalls.media.MediaLibrary;
import org.lecturehalls.media.MediaState;
import org.lecturehalls.platform.ConflictException;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.Ids;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotAllowedException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Whether something may be entered, and what is still missing of what was. */
@Component
class EntryChecks {

    static final int MOST_ENTRIES = 5_000;

    private final Contests contests;
    private final MediaLibrary media;
    private final LecturerDirectory lecturers;

    EntryChecks(Contests contests, MediaLibrary media, LecturerDirectory lecturers) {
        this.contests = contests;
        this.media = media;
        this.lecturers = lecturers;
    }

    void mayEnter(CurrentUser user, Contest contest, EntryInput input) {
        mayPresent(user, contest, input);
        if (hasAsset(contest, input.mediaAssetId(), "")) {
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
        if (hasAsset(contest, input.mediaAssetId(), ref.id())) {
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
        checkFields(contest.plan().terms(), user, input);
    }

    /** The id of an upload, which its asset keeps, tells when the upload began. */
    private static boolean begunInTime(Contest contest, EntryInput input) {
        return Ids.time(input.mediaAssetId())
                .filter(began -> began.isBefore(contest.plan().closesAt()))
                .isPresent();
    }

    private static void checkFields(EntryTerms terms, CurrentUser user, EntryInput input) {
        List<FieldProblem> problems = new ArrayList<>();
        String category = input.categoryOrNone();
        if (terms.categories().isEmpty()
                ? !category.isEmpty()
                : !terms.categories().contains(category)) {
            problems.add(FieldProblem.of("category", "unknown-category"));
        }
        if (input.presenters().size() > terms.coPresenters()) {
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

    static void usable(Contest contest, MediaAsset asset) {
        if (asset.kind() != contest.plan().kind().media()) {
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
                null);
    }

    /** The codes of what an entry lacks to take part; none when nothing does. */
    Mono<List<String>> missing(Contest contest, EntryRef ref) {
        EntryTerms terms = contest.plan().terms();
        Mono<List<String>> ofMedia = media.get(ref.mediaAssetId())
                .map(asset -> missing(terms, asset))
                .onErrorReturn(NotFoundException.class, List.of("media-gone"));
        Mono<Boolean> certified = lecturers
                .ofUser(ref.entrantId())
                .map(LecturerSummary::certified)
                .defaultIfEmpty(false);
        return Mono.zip(ofMedia, certified, (lacks, holds) -> {
            List<String> all = new ArrayList<>(lacks);
            if (terms.certifiedOnly() && !holds) {
                all.add("not-certified");
            }
            Optional.ofNullable(ref.exclusion()).ifPresent(reason -> all.add("excluded"));
            return all;
        });
    }

    private static List<String> missing(EntryTerms terms, MediaAsset asset) {
        if (asset.state() != MediaState.READY) {
            return List.of(asset.state() == MediaState.PROCESSING ? "media-processing" : "media-refused");
        }
        List<String> lacks = new ArrayList<>();
        Integer maxSeconds = terms.maxSeconds();
        Double seconds = asset.durationSeconds();
        if (maxSeconds != null && seconds != null && seconds > maxSeconds) {
            lacks.add("too-long");
        }
        Integer maxPages = terms.maxPages();
        Integer pages = asset.pages();
        if (maxPages != null && pages != null && pages > maxPages) {
            lacks.add("too-many-pages");
        }
        return lacks;
    }
}
