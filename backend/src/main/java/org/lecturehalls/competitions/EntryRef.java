package org.lecturehalls.competitions;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.regions.RegionCode;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * A contest's own record of an entry. An entry takes part when the contest says so here, which one write of the contest
 * decides; {@link Entry} holds the rest.
 *
 * @param people user ids of the lead and of those who present beside the lead
 * @param region the lead's
 * @param category empty when the contest has none
 * @param mediaAssetId what was entered; in an award to lecturers, which takes no media, the id of the lecturer
 * @param text which version of {@link Entry} counts
 * @param number what judges call it; zero until judging starts, then in an order that chance made
 * @param judgeIds who is to judge it
 * @param recused judges who no longer judge it and are not to come back
 * @param deductions what was taken off
 * @param exclusion why it does not take part; null when it does
 * @param dossier of an award to lecturers, once there is something in it that is not computed anew each time
 */
record EntryRef(
        String id,
        String entrantId,
        List<String> people,
        RegionCode region,
        String category,
        String mediaAssetId,
        int text,
        int number,
        List<String> judgeIds,
        List<String> recused,
        List<Deducted> deductions,
        @Nullable String exclusion,
        @Nullable Dossier dossier) {

    /** Points that were taken off. */
    record Deducted(
            String ruleId,
            @Field(targetType = FieldType.STRING) BigDecimal points,
            String reason,
            Instant at) {}

    EntryRef {
        people = List.copyOf(people);
        judgeIds = List.copyOf(judgeIds);
        recused = List.copyOf(recused);
        deductions = List.copyOf(deductions);
    }

    boolean takesPart() {
        return exclusion == null;
    }

    boolean isBy(String userId) {
        return people.contains(userId);
    }

    EntryRef numbered(int next) {
        return copy(next, judgeIds, recused, deductions, exclusion, dossier);
    }

    EntryRef judgedBy(List<String> judges) {
        return copy(number, judges, recused, deductions, exclusion, dossier);
    }

    /** The same in another contest. */
    EntryRef promoted(String newId, String newCategory) {
        return new EntryRef(
                newId,
                entrantId,
                people,
                region,
                newCategory,
                mediaAssetId,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** Without a judge, who does not come back. */
    EntryRef without(String judgeId) {
        List<String> others =
                judgeIds.stream().filter(id -> !id.equals(judgeId)).toList();
        List<String> gone = new ArrayList<>(recused);
        gone.add(judgeId);
        return copy(number, others, gone, deductions, exclusion, dossier);
    }

    EntryRef with(Dossier changed) {
        return copy(number, judgeIds, recused, deductions, exclusion, changed);
    }

    Dossier dossierOrEmpty() {
        return dossier == null ? Dossier.EMPTY : dossier;
    }

    EntryRef excluded(@Nullable String reason) {
        return copy(number, judgeIds, recused, deductions, reason, dossier);
    }

    EntryRef with(Deducted deduction) {
        List<Deducted> more = new ArrayList<>(deductions);
        more.add(deduction);
        return copy(number, judgeIds, recused, more, exclusion, dossier);
    }

    EntryRef withoutDeduction(String ruleId) {
        List<Deducted> fewer = deductions.stream()
                .filter(each -> !each.ruleId().equals(ruleId))
                .toList();
        return copy(number, judgeIds, recused, fewer, exclusion, dossier);
    }

    Optional<Deducted> deduction(String ruleId) {
        return deductions.stream().filter(each -> each.ruleId().equals(ruleId)).findFirst();
    }

    /** All of the list, this one's namesake changed. */
    static List<EntryRef> replace(List<EntryRef> all, String id, UnaryOperator<EntryRef> change) {
        return all.stream()
                .map(each -> each.id().equals(id) ? change.apply(each) : each)
                .toList();
    }

    private EntryRef copy(
            int newNumber,
            List<String> judges,
            List<String> gone,
            List<Deducted> off,
            @Nullable String reason,
            @Nullable Dossier changed) {
        return new EntryRef(
                id,
                entrantId,
                people,
                region,
                category,
                mediaAssetId,
                text,
                newNumber,
                judges,
                gone,
                off,
                reason,
                changed);
    }
}
