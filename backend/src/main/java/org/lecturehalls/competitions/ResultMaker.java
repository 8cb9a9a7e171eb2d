package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.audit.RuleText;
import org.lecturehalls.competitions.ranking.Deduction;
import org.lecturehalls.competitions.ranking.Note;
import org.lecturehalls.competitions.ranking.RankedEntry;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.Rubric;
import org.lecturehalls.competitions.ranking.ScoreSheet;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.competitions.ranking.UnrankedEntry;
import org.lecturehalls.competitions.ranking.VoteShare;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ranks a contest from the sheets that were submitted. */
@Component
class ResultMaker {

    private final EntryStore entries;
    private final SheetStore sheets;
    private final Contests contests;
    private final Voting votes;

    ResultMaker(EntryStore entries, SheetStore sheets, Contests contests, Voting votes) {
        this.entries = entries;
        this.sheets = sheets;
        this.contests = contests;
        this.votes = votes;
    }

    /** The ranking as it stands. A large contest takes long enough to be worked out off the event loops. */
    Mono<ContestResult> make(Contest contest) {
        List<String> ids = contest.takingPart().stream().map(EntryRef::id).toList();
        return Mono.zip(entries.byId(ids), table(contest), votes(contest))
                .publishOn(Schedulers.parallel())
                .map(read -> make(contest, read.getT1(), read.getT2(), read.getT3()));
    }

    /** What the submitted sheets, the deductions and, where it counts, the vote of the public amount to. */
    Mono<ScoreTable> table(Contest contest) {
        return Mono.zip(
                sheets.submitted(contest.id()).collectList(),
                votes(contest),
                (submitted, votes) -> table(contest, submitted).with(vote(contest.plan(), votes)));
    }

    private Mono<Map<String, Long>> votes(Contest contest) {
        return contest.countsVotes() ? votes.valid(contest) : Mono.just(Map.of());
    }

    private static @Nullable VoteShare vote(ContestPlan plan, Map<String, Long> votes) {
        Integer percent = plan.ranking().votePercent();
        return percent == null ? null : new VoteShare(percent, plan.maxScore(), votes);
    }

    private ContestResult make(Contest contest, Map<String, Entry> texts, ScoreTable table, Map<String, Long> votes) {
        Ranking ranking = RankingEngine.rank(table, contest.plan().ranking().rule());
        List<Placed> places = places(ranking, new Titles(contest, texts));
        Map<String, String> awards = Awarding.of(contest.plan().awards(), places);
        List<Placed> awarded = places.stream()
                .map(place -> place.awarded(awards.get(place.entryId())))
                .toList();
        return new ContestResult(contests.now(), awarded, votes);
    }

    /** What the submitted sheets and the deductions of the entries that take part amount to. */
    private static ScoreTable table(Contest contest, List<JudgingSheet> submitted) {
        Rubric rubric = new Rubric(
                contest.plan().rubric().stream().map(RubricLine::criterion).toList());
        Map<String, List<String>> judges =
                contest.takingPart().stream().collect(Collectors.toMap(EntryRef::id, EntryRef::judgeIds));
        List<ScoreSheet> scores = submitted.stream()
                .filter(sheet -> judges.getOrDefault(sheet.entryId(), List.of()).contains(sheet.judgeId()))
                .map(ResultMaker::scores)
                .toList();
        List<Deduction> deductions = contest.takingPart().stream()
                .flatMap(ref -> ref.deductions().stream().map(off -> new Deduction(ref.id(), off.points())))
                .toList();
        return ScoreTable.of(rubric, judges.keySet(), scores, deductions);
    }

    private static ScoreSheet scores(JudgingSheet sheet) {
        Map<String, BigDecimal> decimals = new HashMap<>();
        sheet.scores().forEach((criterion, score) -> decimals.put(criterion, new BigDecimal(score)));
        return new ScoreSheet(sheet.entryId(), sheet.judgeId(), decimals);
    }

    private static List<Placed> places(Ranking ranking, Titles titles) {
        List<Placed> places = new ArrayList<>();
        for (RankedEntry each : ranking.entries()) {
            String score = each.score().toPlainString();
            @Nullable String decided = each.decidedBy().map(RuleText::name).orElse(null);
            places.add(titles.place(each.rank(), each.entry(), score, each.sheets(), each.notes(), decided));
        }
        for (UnrankedEntry each : ranking.unranked()) {
            places.add(titles.place(null, each.entry(), null, each.sheets(), each.notes(), null));
        }
        Comparator<Integer> last = Comparator.nullsLast(Comparator.naturalOrder());
        places.sort(Comparator.comparing(Placed::rank, last).thenComparing(Placed::number));
        return places;
    }

    /** Puts to a place what people read of the entry. */
    private record Titles(Contest contest, Map<String, Entry> texts) {

        Placed place(
                @Nullable Integer rank,
                String entryId,
                @Nullable String score,
                int sheets,
                List<Note> notes,
                @Nullable String decidedBy) {
            Entry entry = Objects.requireNonNull(texts.get(entryId), "an entry is stored before a contest takes it");
            EntryRef ref = contest.entry(entryId).orElseThrow();
            Entry.Text text = entry.text(ref);
            return new Placed(
                    rank,
                    entryId,
                    ref.number(),
                    text.title(),
                    entry.entrantName(),
                    score,
                    sheets,
                    note(notes),
                    ref.category(),
                    ref.region(),
                    text.coPresenters().stream().map(Entry.Presenter::name).toList(),
                    decidedBy,
                    null,
                    null,
                    null);
        }

        private static @Nullable String note(List<Note> notes) {
            return notes.stream()
                    .map(note -> note.code().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .findFirst()
                    .orElse(null);
        }
    }
}
