package org.lecturehalls.campaigns;

/** Where a campaign stands. */
enum CampaignState {
    /** Seen by its officers only; counts nothing. */
    DRAFT,
    RUNNING,
    /** Its figures stand as they were, unless somebody counts them anew. */
    ENDED
}
