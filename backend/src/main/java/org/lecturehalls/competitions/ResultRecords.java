package org.lecturehalls.competitions;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.lecturehalls.competitions.audit.LogKind;
import org.lecturehalls.identity.CurrentUser;

/** What the log tells of the things a ranking is made of; the audit package reads it back. */
final class ResultRecords {

    private ResultRecords() {}

    static Unlogged frozen(CurrentUser officer, ContestPlan plan, List<EntryRef> entries, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("rubric", plan.rubric().stream().map(ResultRecords::line).toList());
        data.put("rule", plan.ranking().logged());
        data.put(
                "entries",
                entries.stream()
                        .filter(EntryRef::takesPart)
                        .map(ResultRecords::entry)
                        .toList());
        return Unlogged.of(officer, now, LogKind.FROZEN, data);
    }

    private static Map<String, Object> line(RubricLine line) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", line.id());
        data.put("weight", line.weight().toPlainString());
        data.put("min", line.scale().min().toPlainString());
        data.put("max", line.max().toPlainString());
        data.put("step", line.step().toPlainString());
        return data;
    }

    private static Map<String, Object> entry(EntryRef ref) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("id", ref.id());
        data.put("number", ref.number());
        data.put("judges", ref.judgeIds());
        return data;
    }

    static Unlogged submitted(CurrentUser actor, JudgingSheet sheet, boolean paper, Instant now) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entry", sheet.entryId());
        data.put("judge", sheet.judgeId());
        data.put("scores", new TreeMap<>(sheet.scores()));
        if (paper) {
            data.put("paper", true);
        }
        return Unlogged.of(actor, now, LogKind.SHEET_SUBMITTED, data);
    }

    static Unlogged published(CurrentUser officer, ContestResult result, Instant now) {
        List<Map<String, Object>> ranking = result.places().stream()
                .filter(place -> place.rank() != null)
                .map(ResultRecords::place)
                .toList();
        return Unlogged.of(officer, now, LogKind.PUBLISHED, Map.of("ranking", ranking));
    }

    static Unlogged votesCounted(CurrentUser officer, ContestResult result, Instant now) {
        Map<String, Long> votes = result.votes() == null ? Map.of() : result.votes();
        return Unlogged.of(officer, now, LogKind.VOTES_COUNTED, Map.of("votes", new TreeMap<>(votes)));
    }

    static Unlogged awarded(CurrentUser officer, ContestResult result, Instant now) {
        List<Map<String, Object>> awards = result.places().stream()
                .filter(place -> place.award() != null)
                .map(ResultRecords::award)
                .toList();
        return Unlogged.of(officer, now, LogKind.AWARDED, Map.of("awards", awards));
    }

    private static Map<String, Object> award(ContestResult.Placed place) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entry", place.entryId());
        data.put("tier", place.award());
        data.put("certificate", place.certificate());
        return data;
    }

    static Unlogged revoked(CurrentUser officer, ContestResult.Placed place, String reason, Instant now) {
        String code = Objects.requireNonNull(place.certificate(), "an award was published with its certificate");
        return of(
                officer,
                now,
                LogKind.CERTIFICATE_REVOKED,
                "entry",
                place.entryId(),
                "certificate",
                code,
                "reason",
                reason);
    }

    private static Map<String, Object> place(ContestResult.Placed place) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("entry", place.entryId());
        data.put("rank", place.rank());
        data.put("score", place.score());
        return data;
    }

    /** A record of names and texts in the given order. */
    static Unlogged of(CurrentUser actor, Instant now, String kind, String... namesAndTexts) {
        Map<String, String> data = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            data.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return Unlogged.of(actor, now, kind, data);
    }
}
