package org.lecturehalls.campaigns;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param zone whose days and months are meant
 * @param mostRunning how many may run at a time; each session that changes is looked at for all of them
 * @param endsAfter how long after its last day a campaign ends by itself, so that late records still count
 */
@ConfigurationProperties("lecturehalls.campaigns")
@Validated
record CampaignSettings(
        @NotNull @DefaultValue("Asia/Shanghai") ZoneId zone,
        @Positive @DefaultValue("50") int mostRunning,
        @NotNull @DefaultValue("30d") Duration endsAfter) {}
