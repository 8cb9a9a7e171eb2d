package org.lecturehalls.campaigns;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lecturehalls.sessions.SessionFormat;

/** A campaign as it is shown. */
@Schema(name = "Campaign")
record CampaignView(
        String id,
        String title,
        String description,
        @Schema(example = "4510") String region,
        LocalDate from,
        LocalDate to,
        List<String> subjects,
        List<SessionFormat> formats,
        List<String> topics,
        boolean recordRequired,
        @Nullable Integer sessions,
        @Nullable Integer attendances,
        List<CampaignInput.County> counties,
        CampaignState state,
        Instant createdAt,
        @Nullable Instant endedAt,
        long version) {

    static CampaignView of(Campaign campaign, ZoneId zone) {
        var rules = campaign.rules();
        return new CampaignView(
                campaign.id(),
                campaign.title(),
                campaign.description(),
                rules.region().value(),
                LocalDate.ofInstant(rules.from(), zone),
                LocalDate.ofInstant(rules.until(), zone).minusDays(1),
                rules.subjects(),
                rules.formats(),
                rules.topics(),
                rules.recordRequired(),
                campaign.target().sessions(),
                campaign.target().attendances(),
                campaign.counties().stream().map(CampaignView::county).toList(),
                campaign.state(),
                campaign.createdAt(),
                campaign.endedAt(),
                campaign.version());
    }

    private static CampaignInput.County county(CountyTarget one) {
        return new CampaignInput.County(
                one.county(), one.target().sessions(), one.target().attendances());
    }
}
