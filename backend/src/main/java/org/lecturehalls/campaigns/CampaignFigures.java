package org.lecturehalls.campaigns;

/**
 * How far it has come. All are sums, so that counties add up to the whole.
 *
 * @param sessions that count
 * @param attendances at the sessions that count
 * @param awaitingRecord sessions that were held and will count once their record is there
 */
record CampaignFigures(long sessions, long attendances, long awaitingRecord) {

    static final CampaignFigures NONE = new CampaignFigures(0, 0, 0);

    CampaignFigures plus(CampaignFigures other) {
        return new CampaignFigures(
                sessions + other.sessions, attendances + other.attendances, awaitingRecord + other.awaitingRecord);
    }
}
