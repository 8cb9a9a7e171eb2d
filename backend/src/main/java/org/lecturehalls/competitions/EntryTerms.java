package org.lecturehalls.competitions;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What may be entered.
 *
 * @param categories of which each entry has one; empty when there are none
 * @param graceMinutes how long after the closing an upload that began before it may finish
 * @param entriesEach how many entries a lead may have
 * @param coPresenters how many people may present beside the lead
 * @param maxSeconds longest video; null when any length will do
 * @param maxPages most pages of a document; null when any number will do
 * @param certifiedOnly whether the lead must hold a certificate that is valid
 * @param template text of the official form, which counts for nothing when plans are compared; null when there is none
 */
record EntryTerms(
        List<String> categories,
        int graceMinutes,
        int entriesEach,
        int coPresenters,
        @Nullable Integer maxSeconds,
        @Nullable Integer maxPages,
        boolean certifiedOnly,
        @Nullable String template) {

    static final EntryTerms USUAL = new EntryTerms(List.of(), 0, 20, 5, null, null, false, null);

    EntryTerms {
        categories = List.copyOf(categories);
    }

    Duration grace() {
        return Duration.ofMinutes(graceMinutes);
    }
}
