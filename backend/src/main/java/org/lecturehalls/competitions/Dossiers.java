package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.Dossier.Figures;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;
import org.lecturehalls.platform.FieldProblem;
import org.lecturehalls.platform.InvalidInputException;
import org.lecturehalls.platform.LimitExceededException;
import org.lecturehalls.platform.NotFoundException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The dossiers of an award to lecturers: reading them, putting notes beside them, freezing them. */
@Service
class Dossiers {

    private static final int MOST_NOTES = 20;

    private final Contests contests;
    private final ContestStore store;
    private final EntryStore entries;
    private final SheetStore sheets;
    private final DossierFigures figures;

    Dossiers(Contests contests, ContestStore store, EntryStore entries, SheetStore sheets, DossierFigures figures) {
        this.contests = contests;
        this.store = store;
        this.entries = entries;
        this.sheets = sheets;
        this.figures = figures;
    }

    /** A dossier as it is to be read now. */
    record Reading(
            DossierRule rule, Figures figures, @Nullable Instant frozenAt, List<Dossier.Note> notes) {}

    /** For officers, for the lecturer, and for those who judge it; fails with {@link NotFoundException} for others. */
    Mono<Reading> read(CurrentUser user, String contestId, String entryId) {
        return contests.get(user, contestId)
                .filterWhen(contest -> mayRead(user, contest, entryId))
                .switchIfEmpty(Mono.error(NotFoundException::new))
                .flatMap(contest -> read(contest, ref(contest, entryId)));
    }

    private Mono<Boolean> mayRead(CurrentUser user, Contest contest, String entryId) {
        return switch (Standing.of(user, contest)) {
            case OFFICER -> Mono.just(true);
            case JUDGE -> sheets.find(entryId, user.id()).hasElement();
            case ENTRANT, OTHER ->
                Mono.just(contest.entriesOf(user.id()).stream()
                        .anyMatch(ref -> ref.id().equals(entryId)));
        };
    }

    private Mono<Reading> read(Contest contest, EntryRef ref) {
        DossierRule rule = rule(contest);
        Dossier dossier = ref.dossierOrEmpty();
        Figures frozen = dossier.figures();
        boolean judged = contest.state().ordinal() >= ContestState.JUDGING.ordinal();
        return judged && frozen != null
                ? Mono.just(new Reading(rule, frozen, dossier.frozenAt(), dossier.notes()))
                : figures.of(rule, ref.mediaAssetId()).map(now -> new Reading(rule, now, null, dossier.notes()));
    }

    /** Puts a note beside a dossier, which everybody reads who reads the dossier. */
    Mono<Contest> note(CurrentUser officer, String contestId, String entryId, String text) {
        return contests.run(officer, contestId)
                .delayUntil(contest -> entries.find(entryId).doOnNext(entry -> checkBlind(contest, entry, text)))
                .then(contests.step(
                        officer,
                        contestId,
                        ContestPolicy.ANNOTATING,
                        contest -> note(officer, contest, entryId, text)));
    }

    private static void checkBlind(Contest contest, Entry entry, String text) {
        boolean names =
                !rule(contest).named() && text.contains(entry.entrantName().strip());
        if (names) {
            throw new InvalidInputException(List.of(FieldProblem.of("text", "names-somebody")));
        }
    }

    private Mono<Contest> note(CurrentUser officer, Contest contest, String entryId, String text) {
        rule(contest);
        EntryRef ref = ref(contest, entryId);
        Dossier dossier = ref.dossierOrEmpty();
        if (dossier.notes().size() >= MOST_NOTES) {
            throw new LimitExceededException("too-many-notes", MOST_NOTES);
        }
        Dossier noted = dossier.noted(new Dossier.Note(text, contests.now()));
        Unlogged record =
                ResultRecords.of(officer, contests.now(), LogKind.DOSSIER_NOTED, "entry", entryId, "text", text);
        List<EntryRef> all = EntryRef.replace(contest.entries(), entryId, old -> old.with(noted));
        return store.changeEntries(contest, all, List.of(record));
    }

    /** The entries with the figures as they are now, for the step that starts judging; others stay as they are. */
    Mono<List<EntryRef>> frozen(Contest contest, List<EntryRef> all) {
        DossierRule rule = contest.plan().dossier();
        if (rule == null) {
            return Mono.just(all);
        }
        Instant now = contests.now();
        List<String> lecturers = all.stream().map(EntryRef::mediaAssetId).toList();
        return figures.of(rule, lecturers)
                .map(known -> all.stream()
                        .map(ref -> ref.with(ref.dossierOrEmpty()
                                .frozen(Objects.requireNonNull(known.get(ref.mediaAssetId())), now)))
                        .toList());
    }

    /** What the log tells of what was frozen; nothing for other contests. */
    static Stream<Unlogged> record(CurrentUser officer, ContestPlan plan, List<EntryRef> frozen, Instant now) {
        DossierRule rule = plan.dossier();
        if (rule == null) {
            return Stream.empty();
        }
        List<Map<String, Object>> dossiers = new ArrayList<>();
        for (EntryRef ref : frozen) {
            Figures figures = ref.dossierOrEmpty().figures();
            if (ref.takesPart() && figures != null) {
                Map<String, Object> data = new LinkedHashMap<>();
                data.put("entry", ref.id());
                data.putAll(figures.logged());
                dossiers.add(data);
            }
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("from", rule.from().toString());
        data.put("until", rule.until().toString());
        data.put("dossiers", dossiers);
        return Stream.of(Unlogged.of(officer, now, LogKind.DOSSIERS_FROZEN, data));
    }

    private static DossierRule rule(Contest contest) {
        DossierRule rule = contest.plan().dossier();
        if (rule == null) {
            throw new NotFoundException();
        }
        return rule;
    }

    private static EntryRef ref(Contest contest, String entryId) {
        return contest.entry(entryId).orElseThrow(NotFoundException::new);
    }
}
