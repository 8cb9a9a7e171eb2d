package org.lecturehalls.competitions;

/**
 * A contest's own record of an entry. An entry takes part when the contest says so here, which one write of the contest
 * decides; {@link Entry} holds the rest.
 *
 * @param number what judges call it; zero until judging starts, then in an order that chance made
 */
record EntryRef(String id, String entrantId, String mediaAssetId, int number) {

    EntryRef numbered(int next) {
        return new EntryRef(id, entrantId, mediaAssetId, next);
    }
}
