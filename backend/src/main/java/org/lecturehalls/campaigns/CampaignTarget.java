package org.lecturehalls.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * What is aimed at; at least one of both.
 *
 * @param sessions that count
 * @param attendances at these sessions
 */
record CampaignTarget(@Nullable Integer sessions, @Nullable Integer attendances) {

    boolean isMissing() {
        return sessions == null && attendances == null;
    }
}
