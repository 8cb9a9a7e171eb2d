package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.competitions.ContestResult.Placed;
import org.lecturehalls.competitions.ranking.Note;
import org.lecturehalls.competitions.ranking.RankedEntry;
import org.lecturehalls.competitions.ranking.Ranking;
import org.lecturehalls.competitions.ranking.RankingEngine;
import org.lecturehalls.competitions.ranking.Rubric;
import org.lecturehalls.competitions.ranking.ScoreSheet;
import org.lecturehalls.competitions.ranking.ScoreTable;
import org.lecturehalls.competitions.ranking.UnrankedEntry;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Ranks a contest from the sheets that were submitted. */
@Component
class ResultMaker {

    private final EntryStore entries;
    private final SheetStore sheets;
    private final Contests contests;

    ResultMaker(EntryStore entries, SheetStore sheets, Contests contests) {
        this.entries = entries;
        this.sheets = sheets;
        this.contests = contests;
    }

    /** The ranking as it stands. A large contest takes long enough to be worked out off the event loops. */
    Mono<ContestResult> make(Contest contest) {
        List<String> ids = contest.entries().stream().map(EntryRef::id).toList();
        return Mono.zip(entries.byId(ids), sheets.submitted(contest.id()).collectList())
                .publishOn(Schedulers.parallel())
                .map(read -> make(contest, read.getT1(), read.getT2()));
    }

    private ContestResult make(Contest contest, Map<String, Entry> texts, List<JudgingSheet> submitted) {
        Set<String> ids = contest.entries().stream().map(EntryRef::id).collect(Collectors.toSet());
        Rubric rubric = new Rubric(
                contest.plan().rubric().stream().map(RubricLine::criterion).toList());
        List<ScoreSheet> scores = submitted.stream().map(ResultMaker::scores).toList();
        ScoreTable table = ScoreTable.of(rubric, ids, scores, List.of());
        Ranking ranking = RankingEngine.rank(table, contest.plan().ranking().rule());
        return new ContestResult(contests.now(), places(ranking, new Titles(contest, texts)));
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
            places.add(titles.place(each.rank(), each.entry(), score, each.sheets(), each.notes()));
        }
        for (UnrankedEntry each : ranking.unranked()) {
            places.add(titles.place(null, each.entry(), null, each.sheets(), each.notes()));
        }
        Comparator<Integer> last = Comparator.nullsLast(Comparator.naturalOrder());
        places.sort(Comparator.comparing(Placed::rank, last).thenComparing(Placed::number));
        return places;
    }

    /** Puts to a place what people read of the entry. */
    private record Titles(Contest contest, Map<String, Entry> texts) {

        Placed place(@Nullable Integer rank, String entryId, @Nullable String score, int sheets, List<Note> notes) {
            Entry text = Objects.requireNonNull(texts.get(entryId), "an entry is stored before a contest takes it");
            int number = contest.entry(entryId).map(EntryRef::number).orElse(0);
            return new Placed(rank, entryId, number, text.title(), text.entrantName(), score, sheets, note(notes));
        }

        private static @Nullable String note(List<Note> notes) {
            return notes.stream()
                    .map(note -> note.code().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .findFirst()
                    .orElse(null);
        }
    }
}
